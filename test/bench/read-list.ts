import { UsageError } from "@an-sinh/command-line/usage-error";

/** The names that an option lists, in the order in which they are known. Throws `UsageError` for one that is not known. */
export function readList<Name extends string>(
  option: string,
  value: unknown,
  known: readonly Name[],
): Name[] {
  const names = String(value).split(",");
  const unknown = names.filter((name) => !known.some((other) => other === name));
  if (unknown.length === 0) return known.filter((name) => names.includes(name));
  throw new UsageError(`--${option}: expected some of ${known.join(", ")}, but got: ${unknown.join(", ")}`);
}
