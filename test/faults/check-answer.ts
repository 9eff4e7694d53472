/** What a client got for an operation. */
export interface Answer {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions?: {
      readonly code?: string;
      /** The fields that a failed fetch would have brought, such as "person.loans". */
      readonly fields?: readonly string[];
    };
  }[];
}

/**
 * How an answer compares with the one that is known to be right: whole, or with nulls that errors explain, or wrong.
 * `place` is where it is wrong.
 */
export type Verdict =
  | { readonly kind: "whole" }
  | { readonly kind: "partial" }
  | { readonly kind: "none" }
  | { readonly kind: "wrong"; readonly place: string };

type Path = readonly (string | number)[];

/** Compares the data of an answer with the known data, value by value. */
export function checkAnswer(known: unknown, { data, errors = [] }: Answer): Verdict {
  if (data === undefined || data === null)
    return errors.length > 0 ? { kind: "none" } : { kind: "wrong", place: "data without an error" };
  const failedPlaces = errors.flatMap(({ path = [], extensions: { fields = [] } = {} }) => [
    withoutIndexes(path),
    ...fields.map((field) => field.split(".")),
  ]);
  const explains = (place: Path): boolean => {
    const names = withoutIndexes(place);
    const object = names.slice(0, -1);
    return failedPlaces.some((failed) => startsWith(names, failed) || startsWith(failed, object));
  };
  const isLess = { value: false };
  const place = findDifference(known, data, [], (at) => {
    isLess.value = true;
    return explains(at);
  });
  if (place) return { kind: "wrong", place: place.join(".") };
  return { kind: isLess.value || errors.length > 0 ? "partial" : "whole" };
}

/** One error stands for all places of a list, and for what requires the failed field in the same object. */
const withoutIndexes = (path: Path): readonly string[] =>
  path.filter((key): key is string => typeof key === "string");

const startsWith = (names: readonly string[], start: readonly string[]): boolean =>
  start.every((name, index) => names[index] === name);

/** The first place with another value, or with a null that `mayBeNull` does not allow. */
function findDifference(
  known: unknown,
  given: unknown,
  path: Path,
  mayBeNull: (place: Path) => boolean,
): Path | null {
  if (given === null && known !== null) return mayBeNull(path) ? null : path;
  if (typeof known !== "object" || known === null) return Object.is(known, given) ? null : path;
  if (typeof given !== "object" || given === null) return path;
  const keys = Object.keys(known);
  if (keys.length !== Object.keys(given).length) return path;
  for (const key of keys) {
    const at = [...path, Array.isArray(known) ? Number(key) : key];
    const found = findDifference(valueAt(known, key), valueAt(given, key), at, mayBeNull);
    if (found) return found;
  }
  return null;
}

const valueAt = (object: object, key: string): unknown => (object as Record<string, unknown>)[key];
