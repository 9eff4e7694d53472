import { setImmediate } from "node:timers/promises";
import { batches } from "@an-sinh/subgraph-kit/batches";
import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import type { EntityManager } from "typeorm";
import { InsertCount } from "./insert-count.js";
import type { DrawnTables, FollowingTable, InsertedTable, RowTable, SampleTable } from "./sample-table.js";

const rowsPerBatch = 4_000;
const drawsPerBatch = 1_000;

export interface InsertOptions {
  /** Called now and then with the number of rows that were inserted since. */
  readonly onProgress?: (rows: number) => void;
  /** Stops the load. The department's database is then empty again. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fills the tables in their order, and counts their rows for the totals that can be counted meanwhile. Returns the number
 * of rows.
 */
export async function insertTables(
  manager: EntityManager,
  tables: readonly SampleTable[],
  totals: readonly Totals[],
  options: InsertOptions,
): Promise<number> {
  let total = 0;
  for (const table of tables)
    total +=
      "fill" in table
        ? await fillTable(manager, table, options)
        : await insertRows(manager, table, totals, options);
  return total;
}

async function insertRows(
  manager: EntityManager,
  table: RowTable | DrawnTables,
  totals: readonly Totals[],
  { onProgress, signal }: InsertOptions,
): Promise<number> {
  let total = 0;
  const parts = partsOf(table).map((part) => ({
    ...part,
    count: new InsertCount(manager, part.table, totals),
  }));
  const [draws, size] = "draws" in table ? [table.draws(), drawsPerBatch] : [table.rows(), rowsPerBatch];
  for (const batch of batches(draws, size)) {
    for (const part of parts) {
      const rows = part.rowsOf(batch);
      const inserted = await bulkInsert(manager, part.table.entity, rows);
      total += inserted;
      onProgress?.(inserted);
      await part.count.add(rows);
    }
    // SQLite's driver never waits, so signals and timers are handled only here.
    await setImmediate();
    signal?.throwIfAborted();
  }
  for (const { count } of parts) await count.end();
  return total;
}

interface Part {
  readonly table: InsertedTable;
  /** The rows that follow from some draws. */
  rowsOf(draws: readonly object[]): readonly object[];
}

/** A row of a table by itself is a draw from which it follows. */
const partsOf = (table: RowTable | DrawnTables): readonly Part[] =>
  "rows" in table
    ? [{ table, rowsOf: (rows) => rows }]
    : table.tables.map((part) => ({
        table: part,
        rowsOf: (draws) => draws.flatMap((draw) => [...part.rowsOf(draw)]),
      }));

async function fillTable(
  manager: EntityManager,
  table: FollowingTable,
  { onProgress }: InsertOptions,
): Promise<number> {
  await table.fill(manager);
  const rows = await manager.count(table.entity);
  onProgress?.(rows);
  return rows;
}
