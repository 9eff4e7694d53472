import { expect, test } from "vitest";
import { rollGateways } from "../bench/change/roll-gateways.js";
import { hasHaproxy } from "../support/haproxy.js";

// The long form: npm run bench -- change.
test.runIf(hasHaproxy())(
  "two gateways behind HAProxy are started anew one after the other, and no request fails",
  async () => {
    const { sent, failures, byServer } = await rollGateways(1);
    expect(failures).toEqual([]);
    expect(sent).toBeGreaterThan(40);
    expect([...byServer.keys()].toSorted()).toEqual(["one", "two"]);
  },
);
