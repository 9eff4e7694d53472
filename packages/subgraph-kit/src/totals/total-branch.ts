/** The changes of a place, or of what the first columns of the key tell apart in it. With all columns it has the sums. */
export interface TotalBranch {
  /** By the value of the next column of the key. */
  inner: Map<unknown, TotalBranch> | undefined;
  /** In the order of their columns. */
  sums: number[] | undefined;
}

export const newBranch = (): TotalBranch => ({ inner: undefined, sums: undefined });

/** Adds what is counted to a branch: 1 adds it, -1 takes it off. Returns whether the row of totals is new in the branch. */
export type AddTotal = (branch: TotalBranch, addition: object, sign: 1 | -1) => boolean;

/**
 * Generates the code that adds to a row of totals, whose key and sums are these properties. It runs dozens of times for
 * each counted row: with the names written out it takes half of the time that a loop over them takes.
 */
export function addTotalOf(keys: readonly string[], sums: readonly string[]): AddTotal {
  const enter = (key: string) => `branch = innerOf(branch, addition[${JSON.stringify(key)}]);`;
  const add = (sum: string, index: number) =>
    `sums[${index}] += sign * (addition[${JSON.stringify(sum)}] ?? 0);`;
  const make = new Function(
    "innerOf",
    `return (branch, addition, sign) => {
      ${keys.map(enter).join("\n")}
      const isNew = branch.sums === undefined;
      const sums = (branch.sums ??= [${sums.map(() => 0).join()}]);
      ${sums.map(add).join("\n")}
      return isNew;
    };`,
  ) as (inner: typeof innerOf) => AddTotal;
  return make(innerOf);
}

function innerOf(branch: TotalBranch, key: unknown): TotalBranch {
  const inner = (branch.inner ??= new Map());
  const found = inner.get(key);
  if (found) return found;
  const made = newBranch();
  inner.set(key, made);
  return made;
}

/** Adds all that is in `other` to `branch`. Returns how many rows of totals are new in it. */
export function addBranch(branch: TotalBranch, other: TotalBranch): number {
  let made = 0;
  if (other.sums && !branch.sums) {
    branch.sums = [...other.sums];
    made += 1;
  } else if (other.sums && branch.sums) {
    const { sums } = branch;
    other.sums.forEach((sum, index) => (sums[index] = (sums[index] ?? 0) + sum));
  }
  for (const [key, inner] of other.inner ?? []) made += addBranch(innerOf(branch, key), inner);
  return made;
}

/** The keys and sums of all rows of totals in a branch, in the order of their keys. */
export function* rowsOfBranch(
  { inner, sums }: TotalBranch,
  keys: readonly unknown[] = [],
): Iterable<{ readonly keys: readonly unknown[]; readonly sums: readonly number[] }> {
  if (sums) yield { keys, sums };
  if (!inner) return;
  for (const [key, branch] of [...inner].toSorted(byKey)) yield* rowsOfBranch(branch, [...keys, key]);
}

/** The values of one column are all texts or all numbers. */
const byKey = ([a]: [unknown, unknown], [b]: [unknown, unknown]): number =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : 1;
