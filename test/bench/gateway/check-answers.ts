import { firstDifference } from "./first-difference.js";
import type { Arena, Running } from "./arena.js";
import { manyOperation } from "./operations.js";

/** A contestant that can be measured on an operation. */
export interface Pairing {
  readonly running: Running;
  readonly operation: string;
}

/** So many documents of an operation with many are compared. */
const compared = 20;

/**
 * Compares every contestant's answers with those of the first one. Returns which contestants are measured on which
 * operations, and a note for each that answers otherwise and is therefore left out.
 */
export async function checkAnswers(
  arena: Arena,
  contestants: readonly Running[],
  operations: readonly string[],
): Promise<{ readonly pairings: readonly Pairing[]; readonly notes: readonly string[] }> {
  const pairings: Pairing[] = [];
  const notes: string[] = [];
  for (const operation of operations) {
    const able = contestants.filter(({ contestant }) => contestant.operations?.includes(operation) ?? true);
    const [first] = able;
    const expected = first && (await answersOf(arena, first, operation));
    for (const running of able) {
      const answers = await answersOf(arena, running, operation);
      const difference = firstDifference(expected, answers);
      if (difference === null) pairings.push({ running, operation });
      else notes.push(`${running.contestant.title} answers "${operation}" otherwise. ${difference}`);
    }
  }
  return { pairings, notes };
}

async function answersOf(arena: Arena, running: Running, operation: string): Promise<unknown[]> {
  const answers: unknown[] = [];
  const count = operation === manyOperation ? compared : 1;
  for (let index = 0; index < count; index += 1) answers.push(await arena.ask(running, operation, index));
  running.asked.set(operation, count);
  return answers;
}
