import { DataVersionEntity } from "@an-sinh/subgraph-kit/database/data-version.entity";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { withIndexesLast } from "@an-sinh/subgraph-kit/database/indexes-last";
import { LoadedSampleEntity } from "@an-sinh/subgraph-kit/database/loaded-sample.entity";
import { recount } from "@an-sinh/subgraph-kit/totals/recount";
import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import { TotalsVersionEntity } from "@an-sinh/subgraph-kit/totals/totals-version.entity";
import type { EntityManager } from "typeorm";
import { countsInserts } from "./insert-count.js";
import { insertTables, type InsertOptions } from "./insert-tables.js";
import { separateTables, type SampleTable } from "./sample-table.js";

/** The version of the rows that this package makes. Raise it whenever they change: a database has rows of one version. */
export const sampleVersion = "8";

/** What a database holds. "other": rows, but not those of the sample. */
export type SampleState =
  | { readonly kind: "empty" | "other" }
  | { readonly kind: "loaded"; readonly version: string; readonly scale: number };

const markerId = "sample";

/** Tables that have rows of their own, also where there is nothing else. */
const aboutTheDatabase: ReadonlySet<unknown> = new Set([DataVersionEntity, TotalsVersionEntity]);

/** Finds out what a database holds. Its migrations have been run. */
export async function findSampleState(database: Database): Promise<SampleState> {
  const marker = await database.reader.getRepository(LoadedSampleEntity).findOneBy({ id: markerId });
  if (marker) return { kind: "loaded", version: marker.version, scale: marker.scale };
  for (const { target } of database.reader.entityMetadatas) {
    if (!aboutTheDatabase.has(target) && (await database.reader.getRepository(target).exists()))
      return { kind: "other" };
  }
  return { kind: "empty" };
}

/** The rows to load into a department's database. */
export interface DepartmentSample {
  /** The name of the department. */
  readonly department: string;
  /** The sample is so many times as large as the published register. */
  readonly scale: number;
  readonly tables: readonly SampleTable[];
  /** What is kept beside its rows for its statistics. */
  readonly totals: readonly Totals[];
}

/**
 * Loads all rows of a department, the totals that count them and a marker, in one transaction. The database is empty and
 * its migrations have been run. Returns the number of rows.
 */
export function loadSample(
  database: Database,
  { department, scale, tables, totals }: DepartmentSample,
  { onProgress, signal }: InsertOptions = {},
): Promise<number> {
  return database.load(async (manager) => {
    await insertMarker(manager, department, scale);
    const insert = () => insertTables(manager, tables, totals, { onProgress, signal });
    const total = await withIndexesLast(manager, insert);
    const isCounted = (each: Totals) => separateTables(tables).some((table) => countsInserts(each, table));
    await recount(
      manager,
      totals.filter((each) => !isCounted(each)),
      1,
      signal,
    );
    await manager.update(LoadedSampleEntity, markerId, { rows: total });
    return total;
  });
}

/** Inserts the marker before all rows. A second load at the same time fails here, before it inserts a row. */
async function insertMarker(manager: EntityManager, department: string, scale: number): Promise<void> {
  const marker = { id: markerId, version: sampleVersion, scale, loadedAt: new Date(), rows: 0 };
  try {
    await manager.insert(LoadedSampleEntity, marker);
  } catch (cause) {
    throw new Error(
      `Cannot load the sample into the database of ${department}. If another process is loading it, wait until it has ended and start again.`,
      { cause },
    );
  }
}
