import { setTimeout as sleep } from "node:timers/promises";
import type { CheckingClient, Seen } from "./client.js";
import type { Fault, FaultContext } from "./faults.js";

/** What came of a fault. */
export interface FaultResult {
  readonly name: string;
  /** Each answer during the fault, and those that came after it because they were asked during it. */
  readonly seen: readonly Seen[];
  /** From the end of the fault to the first whole answers. Null: there were none within `recoveryLimitMs`. */
  readonly recoveryMs: number | null;
}

export interface FaultPlan {
  /** The department that fails. What the others answer is looked at each time. */
  readonly department: string;
  /** How long the fault lasts. */
  readonly lastsMs: number;
  /** The time from one request to the next during the fault. They do not wait for each other. */
  readonly everyMs: number;
  readonly recoveryLimitMs: number;
}

/** Injects the fault, asks all the time while it lasts, ends it, and waits until everything is right again. */
export async function runFault(
  fault: Fault,
  context: FaultContext & { readonly client: CheckingClient },
  plan: FaultPlan,
): Promise<FaultResult> {
  const heal = await fault.inject(context, plan.department);
  let isHealed = false;
  try {
    const asked = await askFor(context.client, plan);
    await heal();
    isHealed = true;
    const recoveryMs = await untilWhole(context.client, plan.recoveryLimitMs);
    return { name: fault.name, seen: await Promise.all(asked), recoveryMs };
  } finally {
    if (!isHealed) await heal();
  }
}

async function askFor(client: CheckingClient, { lastsMs, everyMs }: FaultPlan): Promise<Promise<Seen>[]> {
  const asked: Promise<Seen>[] = [];
  const end = performance.now() + lastsMs;
  while (performance.now() < end) {
    asked.push(client.ask(asked.length));
    await sleep(everyMs);
  }
  return asked;
}

async function untilWhole(client: CheckingClient, limitMs: number): Promise<number | null> {
  const healed = performance.now();
  while (performance.now() - healed < limitMs) {
    if (await client.isWhole()) return performance.now() - healed;
    await sleep(20);
  }
  return null;
}
