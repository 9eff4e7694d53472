import type { EntityManager } from "typeorm";
import type { FileKind, Problem } from "../file-kind.js";
import { expectedUnique, type Claims, type Holder } from "./claims.js";
import { findKnownRows, type KnownRows } from "./known-rows.js";
import { expectedReference } from "./resolve-references.js";
import { entriesOf, keyEntry, keyOf, ownReferences, rulesFor, uniqueEntry } from "./row-keys.js";
import type { SeenKeys } from "./seen-keys.js";
import { examineRows, type ImportRow, type Stage } from "./stage.js";

/**
 * Compares rows with those above them in the file and with those on record. It rejects a row that repeats a key or
 * another unique value of a line above, and one that refers to a row of its own kind which is neither on record nor
 * accepted above. What a row takes from one on record becomes a claim. It must be the last stage: `seen` remembers
 * every row that it accepts.
 */
export const compareRows =
  (manager: EntityManager, kind: FileKind, seen: SeenKeys, claims: Claims): Stage =>
  async (rows) => {
    const known = await findKnownRows(manager, kind, seen, rows);
    const accepted: [entry: string, line: number][] = [];
    const result = examineRows(rows, (row) => {
      const problems = [...repeatsOf(kind, row, known), ...missingReferences(kind, row, known)];
      if (problems.length > 0) return { row, problems };
      const line = row.line.number;
      for (const holder of holdersOf(kind, row, known)) claims.add(line, holder);
      for (const entry of entriesOf(kind, row)) {
        known.above.set(entry, line);
        accepted.push([entry, line]);
      }
      return { row, problems };
    });
    seen.add(accepted);
    return result;
  };

/** The key and the unique values that a line above has already. */
function repeatsOf(kind: FileKind, { values }: ImportRow, { above }: KnownRows): Problem[] {
  const problems: Problem[] = [];
  const sameKey = above.get(keyEntry(keyOf(kind, values)));
  if (sameKey !== undefined)
    problems.push({ column: columnOf(kind, kind.key[0]), expected: `another key than line ${sameKey} has` });
  for (const rule of rulesFor(kind, values)) {
    const line = above.get(uniqueEntry(rule, values));
    if (line !== undefined)
      problems.push({ column: rule.column, expected: expectedUnique(rule, `line ${line}`) });
  }
  return problems;
}

/** The other rows on record that have the row's unique values. */
const holdersOf = (kind: FileKind, { values }: ImportRow, { holders }: KnownRows): Holder[] =>
  rulesFor(kind, values).flatMap((rule) => {
    const row = holders.get(uniqueEntry(rule, values));
    return row && keyOf(kind, row) !== keyOf(kind, values) ? [{ row, rule }] : [];
  });

/** References to rows of the kind itself that are neither on record nor above. */
const missingReferences = (
  kind: FileKind,
  { cells }: ImportRow,
  { above, referredOnRecord }: KnownRows,
): Problem[] =>
  ownReferences(kind)
    .filter(({ name }) => {
      const id = cells[name] ?? null;
      return id !== null && !referredOnRecord.has(id) && !above.has(keyEntry(String(id)));
    })
    .map(({ name, refersTo }) => ({
      column: name,
      expected: `${expectedReference(refersTo)}, or stands above in the file`,
    }));

const columnOf = (kind: FileKind, property: string | undefined) =>
  kind.columns.find((column) => column.property === property)?.name ?? kind.columns[0]?.name ?? "";
