/**
 * At most so many errors of one response, and about the values in one answer, reach the client. A response may have
 * 100,000 of them, and one fetch may be about thousands of entities.
 */
export const maxErrors = 100;

/** At most `most` errors, in their order. The first of each kind counts before further ones of the same kind. */
export function firstErrors<Item>(
  errors: readonly Item[],
  kindOf: (error: Item) => string,
  most = maxErrors,
): readonly Item[] {
  if (errors.length <= most) return errors;
  const chosen = new Set<number>();
  const kinds = new Set<string>();
  for (const [index, error] of errors.entries()) {
    if (chosen.size === most) break;
    const kind = kindOf(error);
    if (!kinds.has(kind)) chosen.add(index);
    kinds.add(kind);
  }
  for (let index = 0; chosen.size < most; index += 1) chosen.add(index);
  return errors.filter((_, index) => chosen.has(index));
}
