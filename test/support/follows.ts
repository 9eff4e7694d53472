/** A number as a sum of others that are not told: how often each is in it. */
export interface ToldNumber {
  readonly name: string;
  readonly of: readonly number[];
  /** Null: withheld. */
  readonly value: number | null;
}

/** The withheld numbers that follow from those that are shown, whichever way they are added up. */
export function numbersThatFollow(numbers: readonly ToldNumber[]): string[] {
  const basis: { readonly pivot: number; readonly of: readonly number[] }[] = [];
  const reduce = (of: readonly number[]): readonly number[] =>
    basis.reduce((rest, known) => without(rest, known.of, known.pivot), of);
  for (const { of, value } of numbers) {
    if (value === null) continue;
    const rest = reduce(of);
    const pivot = rest.findIndex(isNotZero);
    if (pivot !== -1) basis.push({ pivot, of: rest });
  }
  return numbers
    .filter(({ of, value }) => value === null && !reduce(of).some(isNotZero))
    .map(({ name }) => name);
}

/** A row of Gaussian elimination less as much of another as takes away its pivot. */
function without(row: readonly number[], other: readonly number[], pivot: number): readonly number[] {
  const factor = (row[pivot] ?? 0) / (other[pivot] ?? 1);
  return isNotZero(factor) ? row.map((value, index) => value - factor * (other[index] ?? 0)) : row;
}

const isNotZero = (value: number): boolean => Math.abs(value) > 1e-7;
