import type { Pairing } from "../contest/check-answers.js";
import type { GatewayContestant } from "./contestants.js";
import type { GatewayMeasurement, Gateways } from "./replay.js";

export const crowdOperation = "medium";

/**
 * Measures while a crowd of requests is in flight at a new process that has answered for a second. One that has answered
 * for minutes keeps memory that it does not need, so a crowd seems to cost it nothing.
 */
export async function measureMemory(
  arena: Gateways,
  contestant: GatewayContestant,
  { operation, expected }: Pairing,
  crowd: number,
): Promise<GatewayMeasurement> {
  const running = await arena.start(contestant);
  const pairing = { running, operation, expected };
  await arena.measure(pairing, { connections: 1, durationMs: 1_000 });
  await running.process.ask("collectGarbage");
  const measurement = await arena.measure(pairing, { connections: crowd, durationMs: 0 });
  running.process.stop();
  return measurement;
}
