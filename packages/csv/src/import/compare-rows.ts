import type { EntityManager } from "typeorm";
import type { FileKind, Problem } from "../file-kind.js";
import { findKnownRows, type KnownRows } from "./known-rows.js";
import { expectedReference } from "./resolve-references.js";
import { entriesOf, keyEntry, keyOf, ownReferences, uniqueEntry, uniqueProperties } from "./row-keys.js";
import type { SeenKeys } from "./seen-keys.js";
import { examineRows, type ImportRow, type Stage } from "./stage.js";

/**
 * Compares rows with those above them in the file and with those on record. It rejects a row that repeats a key or
 * another unique value, and one that refers to a row of its own kind which is neither on record nor accepted above.
 * It must be the last stage: `seen` remembers every row that it accepts.
 */
export const compareRows =
  (manager: EntityManager, kind: FileKind, seen: SeenKeys): Stage =>
  async (rows) => {
    const known = await findKnownRows(manager, kind, seen, rows);
    const accepted: [entry: string, line: number][] = [];
    const result = examineRows(rows, (row) => {
      const problems = [...repeatsOf(kind, row, known), ...missingReferences(kind, row, known)];
      if (problems.length > 0) return { row, problems };
      for (const entry of entriesOf(kind, row)) {
        known.above.set(entry, row.line.number);
        accepted.push([entry, row.line.number]);
      }
      return { row, problems };
    });
    seen.add(accepted);
    return result;
  };

/** The key and the unique values that another row has already. */
function repeatsOf(kind: FileKind, { values }: ImportRow, { above, uniqueOnRecord }: KnownRows): Problem[] {
  const problems: Problem[] = [];
  const key = keyOf(kind, values);
  const sameKey = above.get(keyEntry(key));
  if (sameKey !== undefined)
    problems.push({ column: columnOf(kind, kind.key[0]), expected: `another key than line ${sameKey} has` });
  for (const property of uniqueProperties(kind, values)) {
    const entry = uniqueEntry(property, values);
    const line = above.get(entry);
    const column = columnOf(kind, property);
    if (line !== undefined) problems.push({ column, expected: `another value than line ${line} has` });
    else if ((uniqueOnRecord.get(entry) ?? key) !== key)
      problems.push({ column, expected: "a value that no other row has" });
  }
  return problems;
}

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
