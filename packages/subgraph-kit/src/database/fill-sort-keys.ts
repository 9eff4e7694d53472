import type { QueryRunner } from "typeorm";
import { vietnameseSortKey } from "../vietnamese-order.js";

/** For a migration that has added a column of sort keys to a table with rows. They go by `id`. */
export async function fillSortKeys(
  runner: QueryRunner,
  table: string,
  columns: { readonly name: string; readonly sortKey: string },
): Promise<void> {
  const rows: { id: string; name: string }[] = await runner.query(
    `SELECT id, ${columns.name} AS name FROM ${table}`,
  );
  for (const { id, name } of rows) {
    await runner.query(`UPDATE ${table} SET ${columns.sortKey} = ? WHERE id = ?`, [
      vietnameseSortKey(name),
      id,
    ]);
  }
}
