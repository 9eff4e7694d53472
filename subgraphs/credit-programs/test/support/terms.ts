/** A number as a sum of others, by their names: how often each is in it. */
export type Terms = Readonly<Record<string, number>>;

/** Adds numbers, the first ones once and others as often as is said. */
export function plus(some: Terms, others: Terms, times = 1): Terms {
  const sum: Record<string, number> = { ...some };
  for (const [name, count] of Object.entries(others)) sum[name] = (sum[name] ?? 0) + count * times;
  return sum;
}

export const sumOf = (all: Iterable<Terms>): Terms => [...all].reduce((sum, each) => plus(sum, each), {});

/** Numbers that nothing ties to each other, by the part that they are of. */
export const numbersBy = (of: string, parts: readonly string[]): ReadonlyMap<string, Terms> =>
  new Map(parts.map((part) => [part, { [`${of} ${part}`]: 1 }]));

/** The parts of a whole by one property: the last one is what the others leave. */
export function dividedBy(of: string, parts: readonly string[], whole: Terms): ReadonlyMap<string, Terms> {
  const others = numbersBy(of, parts.slice(0, -1));
  return new Map([...others, [parts.at(-1) ?? "", plus(whole, sumOf(others.values()), -1)]]);
}
