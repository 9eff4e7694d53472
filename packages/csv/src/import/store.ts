import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Change } from "@an-sinh/subgraph-kit/database/change";
import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import { writeChanges } from "@an-sinh/subgraph-kit/totals/write-changes";
import type { EntityManager } from "typeorm";
import type { Details, FileKind, Misfit, Row } from "../file-kind.js";
import { idOf } from "../table/details.js";
import { rowTable } from "../table/row-table.js";
import type { Holder } from "./claims.js";
import { findDifferences, type Difference } from "./differences.js";
import { isIndexed } from "./known-rows.js";
import { keyOf } from "./row-keys.js";
import type { ImportRow } from "./stage.js";

export interface Counts {
  inserted: number;
  updated: number;
  unchanged: number;
  removed: number;
}

export const noCounts = (): Counts => ({ inserted: 0, updated: 0, unchanged: 0, removed: 0 });

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
  const differences = await findDifferences(manager, kind, afterRelease(kind, rows, takenFrom));
  let misfits: readonly Misfit[] = [];
  if (differences.length > 0) {
    await writeChanges<Row>(manager, totals, kind.entity as new () => Row, differences);
    if (kind.details) await replaceDetails(manager, kind.details, differences);
    misfits = (await kind.afterWrite?.(manager, [...takenFrom, ...differences])) ?? [];
  }
  const inserted = differences.filter(({ before }) => before === null).length;
  const updated = differences.length - inserted;
  const unchanged = rows.length - differences.length;
  return { inserted, updated, unchanged, removed: 0, misfits };
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
    const [property = ""] = rule.properties;
    if (!isIndexed(rule)) continue;
    const key = keyOf(kind, row);
    const { before, after } = changes.get(key) ?? { before: row, after: row };
    changes.set(key, { before, after: { ...after, [property]: nextPlaceholder() } });
  }
  const list = [...changes.values()];
  // No totals count what no two rows share.
  await writeChanges<Row>(manager, [], kind.entity as new () => Row, list);
  return list;
}

/** The rows with what is on record now. */
function afterRelease(
  kind: FileKind,
  rows: readonly ImportRow[],
  released: readonly Change<Row>[],
): readonly ImportRow[] {
  if (released.length === 0) return rows;
  const now = new Map(released.map(({ after }) => [keyOf(kind, after), after]));
  return rows.map((row) => ({ ...row, before: now.get(keyOf(kind, row.values)) ?? row.before }));
}

let placeholders = 0;

/** No value in a file has space at its beginning. Twelve characters hold it. */
function nextPlaceholder(): string {
  placeholders += 1;
  return ` ${placeholders.toString(36)}`;
}

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
