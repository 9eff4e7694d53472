import type { EntityManager } from "typeorm";
import { bulkDelete } from "../database/bulk-delete.js";
import { bulkInsert } from "../database/bulk-insert.js";
import { bulkUpdate } from "../database/bulk-update.js";
import { countChanges, type RowChange } from "./count-changes.js";
import type { Totals } from "./totals.js";

/** Writes these changes of a table, each row once and whole, and keeps the totals in step that count its rows. */
export async function writeChanges<Row extends object>(
  manager: EntityManager,
  totals: readonly Totals[],
  entity: new () => Row,
  changes: readonly RowChange<Row>[],
): Promise<void> {
  if (changes.length === 0) return;
  await countChanges(manager, totals, entity, changes);
  const removed: Row[] = [];
  const inserted: Row[] = [];
  const updated: Row[] = [];
  for (const { before, after } of changes) {
    if (after === null) {
      if (before) removed.push(before);
    } else (before ? updated : inserted).push(after);
  }
  await bulkDelete(manager, entity, removed);
  await bulkInsert(manager, entity, inserted);
  await bulkUpdate(manager, entity, updated, changedProperties(changes));
}

/** The properties in which a row is not what it was before. */
function changedProperties<Row extends object>(
  changes: readonly RowChange<Row>[],
): ReadonlySet<keyof Row & string> {
  const changed = new Set<keyof Row & string>();
  for (const { before, after } of changes) {
    if (!before || !after) continue;
    for (const property in after) if (before[property] !== after[property]) changed.add(property);
  }
  return changed;
}

/**
 * What changes where the rows `after` take the place of the rows `before`. Rows with the same key are the same row. One
 * that stays as it is does not change.
 */
export function changesBetween<Row extends object>(
  before: Iterable<Row>,
  after: Iterable<Row>,
  keyOf: (row: Row) => string,
): RowChange<Row>[] {
  const rest = new Map<string, Row>();
  for (const row of before) rest.set(keyOf(row), row);
  const changes: RowChange<Row>[] = [];
  for (const row of after) {
    const key = keyOf(row);
    const known = rest.get(key) ?? null;
    rest.delete(key);
    if (!known || !isSame(known, row)) changes.push({ before: known, after: row });
  }
  for (const row of rest.values()) changes.push({ before: row, after: null });
  return changes;
}

function isSame<Row extends object>(row: Row, other: Row): boolean {
  for (const property in other) if (row[property] !== other[property]) return false;
  return true;
}
