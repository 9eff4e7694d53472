import type { EntityManager } from "typeorm";
import type { Column, Reference, Row, Value } from "../file-kind.js";
import type { Candidate } from "./candidate.js";
import { rowTable } from "../row-table.js";

interface ReferringColumn extends Column {
  readonly refersTo: Reference;
}

/** Finds the rows of other tables that lines refer to; a line whose row is not there is rejected. */
export async function resolveReferences(
  manager: EntityManager,
  candidates: readonly Candidate[],
): Promise<void> {
  const kind = candidates[0]?.kind;
  for (const column of kind?.columns ?? []) {
    // References to the kind's own rows are judged when it is known which lines are stored.
    if (refers(column) && column.refersTo.entity !== kind?.entity) await resolve(manager, candidates, column);
  }
}

export const refers = (column: Column): column is ReferringColumn => column.refersTo !== undefined;

export const expectedReference = ({ noun, by }: Reference): string =>
  `the ${by} of a ${noun} that is on record`;

async function resolve(
  manager: EntityManager,
  candidates: readonly Candidate[],
  column: ReferringColumn,
): Promise<void> {
  const { entity, by } = column.refersTo;
  const wanted = candidates.map(({ cells }) => cells[column.name] ?? null);
  const rows = await rowTable(manager, entity).readBy(by, wanted);
  const found = new Map(rows.map((row): [Value | undefined, Row] => [row[by], row]));
  for (const candidate of candidates) {
    const value = candidate.cells[column.name];
    if (value === null || value === undefined) continue;
    const row = found.get(value);
    if (row) take(candidate, column, row);
    else candidate.reject(column, expectedReference(column.refersTo));
  }
}

function take({ row }: Candidate, { property, refersTo }: ReferringColumn, found: Row): void {
  if (property !== undefined) row[property] = found["id"] ?? null;
  Object.assign(row, refersTo.copied?.(found));
}
