import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Change } from "@an-sinh/subgraph-kit/database/change";
import { countChanges } from "@an-sinh/subgraph-kit/totals/count-changes";
import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import type { EntityManager } from "typeorm";
import type { Details, FileKind, Misfit, Row } from "../file-kind.js";
import { idOf, readDetails } from "../table/details.js";
import { rowTable } from "../table/row-table.js";
import type { Holder } from "./claims.js";
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

interface Batch {
  readonly rows: readonly ImportRow[];
  /** The rows on record whose unique values these rows take. The file has lines for them too. */
  readonly holders: readonly Holder[];
}

interface Stored extends Counts {
  /** The rows that cannot stay. */
  readonly misfits: readonly Misfit[];
}

/** Writes the rows that differ from what is on record, and what follows from them: the totals that count them too. */
export async function store(
  manager: EntityManager,
  { kind, totals }: { readonly kind: FileKind; readonly totals: readonly Totals[] },
  { rows, holders }: Batch,
): Promise<Stored> {
  const takenFrom = await release(manager, kind, holders);
  const differences = await findDifferences(manager, kind, rows);
  const inserted = differences.filter(({ before }) => before === null).map(({ after }) => after);
  const updated = differences.filter(({ before }) => before !== null).map(({ after }) => after);
  let misfits: readonly Misfit[] = [];
  if (differences.length > 0) {
    await countChanges(manager, totals, kind.entity, differences);
    await bulkInsert(manager, kind.entity, inserted);
    await bulkUpsert(manager, kind.entity, updated);
    if (kind.details) await replaceDetails(manager, kind.details, differences);
    misfits = (await kind.afterWrite?.(manager, [...takenFrom, ...differences])) ?? [];
  }
  const unchanged = rows.length - differences.length;
  return { inserted: inserted.length, updated: updated.length, unchanged, removed: 0, misfits };
}

/**
 * Takes their unique values from rows on record, so that the index of a unique value is never violated on the way to
 * what the file says. Each gets a value that no file can have, until its own line is stored.
 */
async function release(
  manager: EntityManager,
  kind: FileKind,
  holders: readonly Holder[],
): Promise<readonly Change<Row>[]> {
  const changes = new Map<string, Change<Row>>();
  for (const { row, rule } of holders) {
    const [property = "", ...others] = rule.properties;
    if (others.length > 0 || rule.among) continue;
    const key = keyOf(kind, row);
    const { before, after } = changes.get(key) ?? { before: row, after: row };
    changes.set(key, { before, after: { ...after, [property]: nextPlaceholder() } });
  }
  const list = [...changes.values()];
  await bulkUpsert(
    manager,
    kind.entity,
    list.map(({ after }) => after),
  );
  return list;
}

let released = 0;

/** No value in a file has space at its beginning. Twelve characters hold it. */
function nextPlaceholder(): string {
  released += 1;
  return ` ${released.toString(36)}`;
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
