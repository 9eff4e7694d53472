import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Change } from "@an-sinh/subgraph-kit/database/change";
import type { EntityManager } from "typeorm";
import type { Details, FileKind, Row, Value } from "../file-kind.js";
import { keyOf } from "./admit.js";
import type { Candidate } from "./candidate.js";
import { rowTable } from "../row-table.js";

export interface Counts {
  inserted: number;
  updated: number;
  unchanged: number;
  removed: number;
}

export const noCounts = (): Counts => ({ inserted: 0, updated: 0, unchanged: 0, removed: 0 });

interface Difference extends Change<Row> {
  readonly details: readonly Row[] | null;
}

/** Writes the lines that differ from what is on record, and what follows from them. */
export async function store(manager: EntityManager, candidates: readonly Candidate[]): Promise<Counts> {
  const kind = candidates[0]?.kind;
  if (!kind) return noCounts();
  const differences = await compare(manager, kind, candidates);
  const inserted = differences.filter(({ before }) => before === null);
  const updated = differences.filter(({ before }) => before !== null);
  if (differences.length > 0) {
    await bulkInsert(manager, kind.entity, inserted.map(rowAfter));
    await bulkUpsert(manager, kind.entity, updated.map(rowAfter));
    if (kind.details) await replaceDetails(manager, kind.details, differences);
    await kind.afterWrite?.(manager, differences);
  }
  const unchanged = candidates.length - differences.length;
  return { inserted: inserted.length, updated: updated.length, unchanged, removed: 0 };
}

const rowAfter = ({ after }: Change<Row>): Row => after;

async function compare(
  manager: EntityManager,
  kind: FileKind,
  candidates: readonly Candidate[],
): Promise<Difference[]> {
  const table = rowTable(manager, kind.entity);
  const [property = "id"] = kind.key;
  const rows = await table.readBy(
    property,
    candidates.map(({ row }) => row[property] ?? null),
  );
  const stored = new Map(rows.map((row) => [keyOf(kind, row), row]));
  const details = kind.details ? await readDetails(manager, kind.details, rows) : null;
  return candidates.flatMap((candidate) => {
    const before = stored.get(keyOf(kind, candidate.row)) ?? null;
    const after = { ...(before ?? kind.initial?.(candidate.row)), ...candidate.row };
    const known = details?.get(candidate.row["id"] ?? null) ?? [];
    const hasOtherDetails = details !== null && fingerprint(known) !== fingerprint(candidate.details);
    if (before && isSame(before, candidate.row) && !hasOtherDetails) return [];
    return [{ before, after, details: hasOtherDetails ? candidate.details : null }];
  });
}

function isSame(before: Row, row: Row): boolean {
  for (const property in row) if (before[property] !== row[property]) return false;
  return true;
}

async function readDetails(
  manager: EntityManager,
  { entity, ownerProperty }: Details,
  owners: readonly Row[],
): Promise<ReadonlyMap<Value, readonly Row[]>> {
  const rows = await rowTable(manager, entity).readBy(
    ownerProperty,
    owners.map(({ id }) => id ?? null),
  );
  const byOwner = new Map<Value, Row[]>();
  for (const row of rows) {
    const owner = row[ownerProperty] ?? null;
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), row]);
  }
  return byOwner;
}

/** The same for the same rows in any order. */
const fingerprint = (rows: readonly Row[]) =>
  JSON.stringify(rows.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted());

async function replaceDetails(
  manager: EntityManager,
  { entity, ownerProperty }: Details,
  differences: readonly Difference[],
): Promise<void> {
  const changed = differences.filter(({ details }) => details !== null);
  const owners = changed.flatMap(({ before }) => (before ? [before["id"] ?? null] : []));
  await rowTable(manager, entity).deleteBy(ownerProperty, owners);
  await bulkInsert(
    manager,
    entity,
    changed.flatMap(({ details }) => details ?? []),
  );
}
