import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Change } from "@an-sinh/subgraph-kit/database/change";
import type { EntityManager } from "typeorm";
import type { Details, FileKind, Row } from "../file-kind.js";
import { idOf, readDetails } from "../table/details.js";
import { rowTable } from "../table/row-table.js";
import { keyOf } from "./row-keys.js";
import type { ImportRow } from "./stage.js";

export interface Counts {
  inserted: number;
  updated: number;
  unchanged: number;
  removed: number;
}

export const noCounts = (): Counts => ({ inserted: 0, updated: 0, unchanged: 0, removed: 0 });

interface Difference extends Change<Row> {
  /** The details that take the place of those on record. Null: they stay as they are. */
  readonly details: readonly Row[] | null;
}

/** Writes the rows that differ from what is on record, and what follows from them. */
export async function store(
  manager: EntityManager,
  kind: FileKind,
  rows: readonly ImportRow[],
): Promise<Counts> {
  const differences = await findDifferences(manager, kind, rows);
  const inserted = differences.filter(({ before }) => before === null).map(({ after }) => after);
  const updated = differences.filter(({ before }) => before !== null).map(({ after }) => after);
  if (differences.length > 0) {
    await bulkInsert(manager, kind.entity, inserted);
    await bulkUpsert(manager, kind.entity, updated);
    if (kind.details) await replaceDetails(manager, kind.details, differences);
    await kind.afterWrite?.(manager, differences);
  }
  const unchanged = rows.length - differences.length;
  return { inserted: inserted.length, updated: updated.length, unchanged, removed: 0 };
}

async function findDifferences(
  manager: EntityManager,
  kind: FileKind,
  rows: readonly ImportRow[],
): Promise<Difference[]> {
  const [property = "id"] = kind.key;
  const stored = await rowTable(manager, kind.entity).readBy(
    property,
    rows.map(({ values }) => values[property] ?? null),
  );
  const byKey = new Map(stored.map((row) => [keyOf(kind, row), row]));
  const storedDetails = kind.details && (await readDetails(manager, kind.details, stored));
  return rows.flatMap(({ cells, values }) => {
    const before = byKey.get(keyOf(kind, values)) ?? null;
    const id = idOf(values);
    const details = kind.details?.fromCells(cells, id) ?? [];
    const areSame = !storedDetails || isSameList(details, storedDetails.get(id) ?? []);
    if (before && areSame && isSame(before, values)) return [];
    const after = { ...(before ?? kind.initial?.(values)), ...values };
    return [{ before, after, details: areSame ? null : details }];
  });
}

function isSame(before: Row, values: Row): boolean {
  for (const property in values) if (before[property] !== values[property]) return false;
  return true;
}

/** Whether two lists hold the same rows, in any order. */
const isSameList = (list: readonly Row[], other: readonly Row[]) => fingerprint(list) === fingerprint(other);

const fingerprint = (rows: readonly Row[]) =>
  JSON.stringify(rows.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted());

async function replaceDetails(
  manager: EntityManager,
  { entity, ownerProperty }: Details,
  differences: readonly Difference[],
): Promise<void> {
  const changed = differences.filter(({ details }) => details !== null);
  const owners = changed.flatMap(({ before }) => (before ? [idOf(before)] : []));
  await rowTable(manager, entity).deleteBy(ownerProperty, owners);
  await bulkInsert(
    manager,
    entity,
    changed.flatMap(({ details }) => details ?? []),
  );
}
