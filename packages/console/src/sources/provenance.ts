import type { Column } from "../catalog/catalog.types.js";
import type { Row } from "../run/report-stream.js";

/** One combination of standard, boundary, source and legal basis, and how many rows rest on it. */
export interface Provenance {
  readonly parts: readonly { readonly column: Column; readonly value: Row[number] }[];
  readonly rows: number;
}

/** What the rows rest on, the most frequent first. */
export function provenanceOf(columns: readonly Column[], rows: readonly Row[]): readonly Provenance[] {
  const places = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => column.role === "PROVENANCE");
  if (places.length === 0) return [];
  const found = new Map<string, { first: Row; rows: number }>();
  for (const row of rows) {
    const key = JSON.stringify(places.map(({ index }) => row[index] ?? null));
    const known = found.get(key);
    if (known) known.rows++;
    else found.set(key, { first: row, rows: 1 });
  }
  return [...found.values()]
    .toSorted((one, other) => other.rows - one.rows)
    .map(({ first, rows: count }) => ({
      parts: places
        .map(({ column, index }) => ({ column, value: first[index] ?? null }))
        .filter(({ value }) => value !== null),
      rows: count,
    }))
    .filter(({ parts }) => parts.length > 0);
}
