import { operationNamed } from "../operations/operations.js";
import type { Running } from "./contestant.js";
import { firstDifference } from "./first-difference.js";
import { missingPart } from "./missing-part.js";

/** A contestant that can be measured on an operation. */
export interface Pairing {
  readonly running: Running;
  readonly operation: string;
  /** The text of its every answer. Null: each request is another one. */
  readonly expected: string | null;
}

/** So many documents of an operation with many are compared. */
const compared = 20;

interface Asking {
  ask(running: Running, operation: string, index: number): Promise<string>;
}

/**
 * Compares every contestant's answers with those of the first one. Returns which contestants are measured on which
 * operations, and a note for each that answers otherwise and is therefore left out. Throws where the first one's lack
 * something.
 */
export async function checkAnswers(
  arena: Asking,
  contestants: readonly Running[],
  operations: readonly string[],
): Promise<{ readonly pairings: readonly Pairing[]; readonly notes: readonly string[] }> {
  const pairings: Pairing[] = [];
  const notes: string[] = [];
  for (const operation of operations) {
    const able = contestants.filter(({ contestant }) => contestant.operations?.includes(operation) ?? true);
    const [first] = able;
    const expected = first ? await answersOf(arena, first, operation) : [];
    refuseIncomplete(operation, expected);
    for (const running of able) {
      const answers = await answersOf(arena, running, operation);
      const difference = differenceOf(expected, answers, running.contestant.isExact ?? false);
      const own = isVaried(operation) ? null : (answers[0] ?? null);
      if (difference === null) pairings.push({ running, operation, expected: own });
      else notes.push(`${running.contestant.title} answers "${operation}" otherwise. ${difference}`);
    }
  }
  return { pairings, notes };
}

const isVaried = (operation: string): boolean => operationNamed(operation).isVaried;

function refuseIncomplete(operation: string, answers: readonly string[]): void {
  const asked = operationNamed(operation);
  for (const [index, answer] of answers.entries()) {
    const missing = missingPart(asked, asked.documentAt(index), answer);
    if (missing !== null) throw new Error(`The answer to "${operation}" is not complete. ${missing}`);
  }
}

/** Null: there is none. */
function differenceOf(
  expected: readonly string[],
  answers: readonly string[],
  isExact: boolean,
): string | null {
  const parse = (texts: readonly string[]): unknown => texts.map((text) => JSON.parse(text));
  const difference = firstDifference(parse(expected), parse(answers));
  const isSame = expected.every((text, index) => text === answers[index]);
  return difference ?? (isExact && !isSame ? "The bytes differ." : null);
}

async function answersOf(arena: Asking, running: Running, operation: string): Promise<string[]> {
  const answers: string[] = [];
  const count = isVaried(operation) ? compared : 1;
  for (let index = 0; index < count; index += 1) answers.push(await arena.ask(running, operation, index));
  running.asked.set(operation, count);
  return answers;
}
