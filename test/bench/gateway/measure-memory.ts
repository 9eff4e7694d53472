import type { Pairing } from "../contest/check-answers.js";
import type { GatewayContestant } from "./contestants.js";
import type { GatewayMeasurement, Gateways } from "./replay.js";

/** So many requests are in flight while memory is measured. */
const crowd = 1_000;
export const crowdOperation = "medium";

/**
 * Measures a new process that has answered for a second. One that has answered for minutes keeps memory that it does
 * not need, so a crowd seems to cost it nothing.
 */
export async function measureMemory(
  arena: Gateways,
  contestant: GatewayContestant,
  { operation, expected }: Pairing,
): Promise<GatewayMeasurement> {
  const running = await arena.start(contestant);
  const pairing = { running, operation, expected };
  await arena.measure(pairing, { connections: 1, durationMs: 1_000 });
  await running.process.ask("collectGarbage");
  const measurement = await arena.measure(pairing, { connections: crowd, durationMs: 0 });
  running.process.stop();
  return measurement;
}
