import type { EntityManager } from "typeorm";
import type { FileKind, Problem } from "../file-kind.js";
import { expectedUnique, type Claims, type Holder } from "./claims.js";
import { findKnownRows, findOnRecord, type KnownRows } from "./known-rows.js";
import { expectedReference } from "./resolve-references.js";
import { keyEntry, keyOf, ownReferences, withKeys, type KeyedRow } from "./row-keys.js";
import type { SeenKeys } from "./seen-keys.js";
import { examineRows, noProblems, type Stage } from "./stage.js";

/**
 * Compares rows with those above them in the file and with those on record. It rejects a row that repeats a key or
 * another unique value of a line above, and one that refers to a row of its own kind which is neither on record nor
 * accepted above. What a row takes from one on record becomes a claim. It must be the last stage: `seen` remembers
 * every row that it accepts.
 */
export const compareRows =
  (manager: EntityManager, kind: FileKind, seen: SeenKeys, claims: Claims): Stage =>
  async (rows) => {
    const onRecord = await findOnRecord(manager, kind, rows);
    const keyed = rows.map((row) => {
      const before = onRecord.get(keyOf(kind, row.values)) ?? null;
      return withKeys(kind, { ...row, before });
    });
    const known = await findKnownRows(manager, kind, seen, keyed);
    return examineRows(keyed, (row) => {
      const problems = [...repeatsOf(kind, row, known), ...missingReferences(kind, row, known)];
      if (problems.length > 0) return { row, problems };
      const line = row.line.number;
      for (const holder of holdersOf(kind, row, known)) claims.add(line, holder);
      for (const entry of row.entries) known.above.set(entry, line);
      seen.add(row.entries, line);
      return { row, problems: noProblems };
    });
  };

/** The key and the unique values that a line above has already. */
function repeatsOf(kind: FileKind, { unique, entries }: KeyedRow, { above }: KnownRows): Problem[] {
  const problems: Problem[] = [];
  const sameKey = above.get(entries[0] ?? "");
  if (sameKey !== undefined)
    problems.push({ column: columnOf(kind, kind.key[0]), expected: `another key than line ${sameKey} has` });
  for (const { rule, entry } of unique) {
    const line = above.get(entry);
    if (line !== undefined)
      problems.push({ column: rule.column, expected: expectedUnique(rule, `line ${line}`) });
  }
  return problems;
}

/** The other rows on record that have the row's unique values. */
const holdersOf = (kind: FileKind, { key, unique }: KeyedRow, { holders }: KnownRows): Holder[] =>
  unique.flatMap(({ rule, entry }) => {
    const row = holders.get(entry);
    return row && keyOf(kind, row) !== key ? [{ row, rule }] : [];
  });

/** References to rows of the kind itself that are neither on record nor above. */
const missingReferences = (
  kind: FileKind,
  { cells }: KeyedRow,
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
