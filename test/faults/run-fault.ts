import { setTimeout as sleep } from "node:timers/promises";
import type { CheckingClient, Seen } from "./client.js";
import type { Fault, FaultContext } from "./faults.js";

/** What came of a fault. */
export interface FaultResult {
  readonly name: string;
  /** Each answer during the fault, and those that came after it because they were asked during it. */
  readonly seen: readonly Seen[];
  /** From the end of the fault to whole answers after which none fails. Null: there were none within `recoveryLimitMs`. */
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
    return { name: fault.name, ...(await recover(context.client, asked, plan.recoveryLimitMs)) };
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

/** Waits until answers are whole. What was asked during the fault and ends later may fail, and make others fail. */
async function recover(
  client: CheckingClient,
  asked: readonly Promise<Seen>[],
  limitMs: number,
): Promise<Omit<FaultResult, "name">> {
  const healedAt = performance.now();
  const first = await untilWhole(client, healedAt, limitMs);
  const seen = await Promise.all(asked);
  const isStill = first !== null && (await client.isWhole());
  return { seen, recoveryMs: isStill ? first : await untilWhole(client, healedAt, limitMs) };
}

async function untilWhole(client: CheckingClient, healedAt: number, limitMs: number): Promise<number | null> {
  while (performance.now() - healedAt < limitMs) {
    if (await client.isWhole()) return performance.now() - healedAt;
    await sleep(20);
  }
  return null;
}
