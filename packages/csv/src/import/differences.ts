import type { Change } from "@an-sinh/subgraph-kit/database/change";
import type { EntityManager } from "typeorm";
import type { FileKind, Row } from "../file-kind.js";
import { idOf, readDetails } from "../table/details.js";
import type { ImportRow } from "./stage.js";

/** A row that is new, or that differs from what is on record. */
export interface Difference extends Change<Row> {
  /** The details that take the place of those on record. Null: they stay as they are. */
  readonly details: readonly Row[] | null;
}

/** The rows that differ from what is on record, in themselves or in their details. */
export async function findDifferences(
  manager: EntityManager,
  kind: FileKind,
  rows: readonly ImportRow[],
): Promise<Difference[]> {
  const owners = rows.flatMap(({ before }) => (before ? [before] : []));
  const storedDetails = kind.details && (await readDetails(manager, kind.details, owners));
  const differences: Difference[] = [];
  for (const { cells, values, before } of rows) {
    const id = idOf(values);
    const details = kind.details?.fromCells(cells, id) ?? [];
    const areSame = !storedDetails || isSameList(details, storedDetails.get(id) ?? []);
    if (before && areSame && isSame(before, values)) continue;
    // Node.js 20 takes ten times as long for a literal with two spreads.
    const after: Row = Object.assign({}, before ?? kind.initial?.(values), values);
    differences.push({ before, after, details: areSame ? null : details });
  }
  return differences;
}

function isSame(before: Row, values: Row): boolean {
  for (const property in values) if (before[property] !== values[property]) return false;
  return true;
}

/** Whether two lists hold the same rows, in any order. No list holds a row twice. */
const isSameList = (list: readonly Row[], stored: readonly Row[]) =>
  list.length === stored.length && list.every((row) => stored.some((other) => isSame(other, row)));
