import { expect, test } from "vitest";
import { rollGateways } from "../bench/change/roll-gateways.js";
import { hasHaproxy } from "../support/haproxy.js";

const canRoll = hasHaproxy();
if (!canRoll)
  process.stdout.write("SKIPPED: no rolling restart is tested, for there is no program haproxy.\n");

// The long form: npm run bench -- change. With --drain 0 it fails.
test.runIf(canRoll)(
  "two gateways behind HAProxy are started anew one after the other, and no request fails",
  async () => {
    const { sent, failures, byServer } = await rollGateways({ rolls: 1, drainDelayMs: 750 });
    expect(failures).toEqual([]);
    expect(sent).toBeGreaterThan(40);
    expect([...byServer.keys()].toSorted()).toEqual(["one", "two"]);
  },
);
