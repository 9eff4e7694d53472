import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import { writeChanges } from "@an-sinh/subgraph-kit/totals/write-changes";
import type { EntityManager } from "typeorm";
import type { FileKind, Row } from "../file-kind.js";
import { pagesOf } from "@an-sinh/subgraph-kit/database/pages";
import { rowTable } from "../table/row-table.js";
import { completeEntry, keyEntry, keyOf } from "./row-keys.js";
import type { SeenKeys } from "./seen-keys.js";

/**
 * Removes the rows that a file leaves out although it has lines for their value of `completeBy`. It reads the whole
 * table once. Returns the number of rows removed.
 */
export async function removeMissing(
  manager: EntityManager,
  { kind, totals }: { readonly kind: FileKind; readonly totals: readonly Totals[] },
  completeBy: string,
  seen: SeenKeys,
): Promise<number> {
  const table = rowTable(manager, kind.entity);
  const keyEntryOf = (row: Row) => keyEntry(keyOf(kind, row));
  const completeEntryOf = (row: Row) => completeEntry(row[completeBy]);
  let total = 0;
  for await (const rows of pagesOf(table, kind.key)) {
    const inFile = seen.find([...rows.map(keyEntryOf), ...new Set(rows.map(completeEntryOf))]);
    const missing = rows.filter((row) => inFile.has(completeEntryOf(row)) && !inFile.has(keyEntryOf(row)));
    const changes = missing.map((before) => ({ before, after: null }));
    await writeChanges<Row>(manager, totals, kind.entity as new () => Row, changes);
    total += missing.length;
  }
  return total;
}
