import { readOptions } from "@an-sinh/command-line/read-arguments";
import { readNumber } from "@an-sinh/command-line/read-number";
import { hasHaproxy } from "../../support/haproxy.js";
import { reloadOften } from "./reload-often.js";
import { rollGateways } from "./roll-gateways.js";
import type { RequestCounts } from "./steady-requests.js";

const help = `Usage: npm run bench -- change [OPTIONS]

Changes a gateway at 40 requests a second, half of them on kept connections, and counts the requests that fail:
replaces its supergraph again and again, and starts two gateways behind HAProxy anew, one after the other.

  --reloads N  how often the supergraph is replaced (default 1000)
  --rolls N    how often both gateways are started anew (default 3)
  --drain N    DRAIN_DELAY_MS of the gateways (default 750); with 0, requests fail
  --help       show this`;

/** Runs `npm run bench -- change` and resolves with the exit code: 1 where a request failed. */
export async function benchChangeCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const values = readOptions(argv, {
    reloads: { type: "string", default: "1000" },
    rolls: { type: "string", default: "3" },
    drain: { type: "string", default: "750" },
    help: { type: "boolean" },
  });
  if (values["help"]) {
    console.log(help);
    return 0;
  }
  const reloads = readNumber("reloads", values["reloads"], { from: 2 });
  const rolls = readNumber("rolls", values["rolls"], { from: 1 });
  const drainDelayMs = readNumber("drain", values["drain"], { from: 0 });
  const reloaded = await reloadOften(reloads, signal);
  report(`${reloads} supergraphs, one after the other`, reloaded);
  const grownKb = Math.round(reloaded.heapGrowth / 1024);
  console.log(`  heap: ${grownKb} KiB more after the second half than after the first`);
  if (!hasHaproxy())
    console.log("Skipping the gateways behind HAProxy: the package haproxy is not installed.");
  const rolled = hasHaproxy() ? await rollGateways({ rolls, drainDelayMs }, signal) : undefined;
  if (rolled) report(`${rolls} times two gateways behind HAProxy, one after the other`, rolled);
  return [reloaded, rolled].some((counts) => counts?.failures.length) ? 1 : 0;
}

function report(what: string, { sent, failures, slowestMs }: RequestCounts): void {
  console.log(
    `${what}: ${sent} requests, ${failures.length} failed, the slowest took ${Math.round(slowestMs)} ms`,
  );
  for (const failure of failures.slice(0, 5)) console.log(`  ${failure}`);
}
