import type { Goal } from "../goals.js";
import type { OperationResults } from "./serving-tables.js";

/** "0.5 × hand-written" means that it may take twice the processor time. */
const wantedShare = 0.5;

export function servingGoals(operations: readonly OperationResults[], store: string): Goal[] {
  const shares = ratios(operations, "embedded", ({ name }) => name === "hand-written");
  const leads = ratios(operations, "distributed", ({ isPeer }) => isPeer);
  return [
    ...goal(`embedded: at least ${wantedShare} × hand-written statements`, shares, wantedShare),
    ...goal("distributed: ahead of every other gateway", leads, 1),
  ].map((found) => ({ ...found, store }));
}

interface Ratio {
  readonly operation: string;
  readonly value: number;
}

function goal(text: string, found: readonly Ratio[], wanted: number): Omit<Goal, "store">[] {
  if (found.length === 0) return [];
  return [{ goal: text, reached: textOf(found), isReached: found.every(({ value }) => value >= wanted) }];
}

const mostNamed = 3;

function textOf(found: readonly Ratio[]): string {
  const texts = found
    .toSorted((a, b) => a.value - b.value)
    .map(({ operation, value }) => `${operation} ${value.toFixed(2)}`);
  if (texts.length <= mostNamed) return texts.join(", ");
  return `${texts.length} operations, from ${texts[0]} to ${texts.at(-1)}`;
}

/** The least processor time of the rivals by that of one contestant, for each operation that both answer. */
function ratios(
  operations: readonly OperationResults[],
  name: string,
  isRival: (contestant: OperationResults["results"][number]["contestant"]) => boolean,
): Ratio[] {
  return operations.flatMap(({ operation, results }) => {
    const own = results.find(({ contestant }) => contestant.name === name);
    const rivals = results.filter(({ contestant }) => isRival(contestant));
    if (!own || rivals.length === 0) return [];
    return { operation, value: Math.min(...rivals.map(({ cpuMs }) => cpuMs.median)) / own.cpuMs.median };
  });
}
