import type { EntityManager } from "typeorm";
import type { FileKind, Row } from "../file-kind.js";
import { keyMark, keyOf, ownerMark } from "./admit.js";
import { pagesOf } from "./pages.js";
import type { SeenKeys } from "./seen-keys.js";
import { rowTable } from "../row-table.js";
import type { Table } from "@an-sinh/subgraph-kit/database/table";

const rowsPerStatement = 200;

/** Removes what a file that is complete by a property leaves out. Costs one pass over the table. Returns the number of rows. */
export async function removeMissing(
  manager: EntityManager,
  kind: FileKind,
  completeBy: string,
  seen: SeenKeys,
): Promise<number> {
  const table = rowTable(manager, kind.entity);
  let total = 0;
  for await (const rows of pagesOf(table, kind.key, "1 = 1")) {
    const keys = seen.find(rows.map((row) => keyMark(keyOf(kind, row))));
    const owners = seen.find([...new Set(rows.map((row) => ownerMark(row[completeBy])))]);
    const missing = rows.filter(
      (row) => owners.has(ownerMark(row[completeBy])) && !keys.has(keyMark(keyOf(kind, row))),
    );
    await remove(manager, table, kind, missing);
    total += missing.length;
  }
  return total;
}

async function remove(
  manager: EntityManager,
  table: Table<Row>,
  { key }: FileKind,
  rows: readonly Row[],
): Promise<void> {
  const one = `(${key.map((property) => `${table.column(property)} = ?`).join(" AND ")})`;
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const part = rows.slice(start, start + rowsPerStatement);
    await manager.query(
      `DELETE FROM ${table.name} WHERE ${part.map(() => one).join(" OR ")}`,
      part.flatMap((row) => key.map((property) => row[property])),
    );
  }
}
