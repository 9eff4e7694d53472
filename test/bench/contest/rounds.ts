import type { Load } from "./arena.js";
import type { Pairing } from "./check-answers.js";

export interface RoundSettings {
  readonly operations: readonly string[];
  readonly rounds: number;
  readonly durationMs: number;
  /** How long each contestant is asked each operation before the rounds, so that its code is compiled. */
  readonly warmUpMs: number;
  readonly connections: number;
}

/** How many measurements the rounds are, those of the warm-up among them. */
export const countMeasurements = (pairings: readonly Pairing[], { rounds }: RoundSettings): number =>
  (rounds + 1) * pairings.length;

/**
 * One operation after the other: all warm up, then come its rounds. What an operation leaves in the processes, such as
 * garbage, is then never in the figures of another one.
 */
export async function measureInRounds<Measured>(
  pairings: readonly Pairing[],
  { operations, rounds, durationMs, warmUpMs, connections }: RoundSettings,
  measure: (pairing: Pairing, load: Load) => Promise<Measured>,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const name of operations) {
    const able = pairings.filter(({ operation }) => operation === name);
    for (const pairing of able) await measure(pairing, { connections, durationMs: warmUpMs });
    for (const pairing of turns(able, rounds))
      measured.push(await measure(pairing, { connections, durationMs }));
  }
  return measured;
}

/** Everyone's turn in each round. Another one begins each round, so that none always comes after the same other one. */
const turns = <Item>(items: readonly Item[], rounds: number): Item[] =>
  Array.from({ length: rounds }, (_, round) => round % items.length).flatMap((first) => [
    ...items.slice(first),
    ...items.slice(0, first),
  ]);
