import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { EntityManager } from "typeorm";
import type { Details, Row, Value } from "../file-kind.js";
import { rowTable } from "./row-table.js";

/** The stored details of rows, by the `id` of the row that they belong to. A row without details has no entry. */
export async function readDetails(
  manager: EntityManager,
  { entity, ownerProperty }: Details,
  owners: readonly Row[],
): Promise<ReadonlyMap<Value, readonly Row[]>> {
  const rows = await rowTable(manager, entity).readBy(ownerProperty, owners.map(idOf));
  return groupBy(rows, (row) => row[ownerProperty] ?? null);
}

export const idOf = (row: Row): Value => row["id"] ?? null;
