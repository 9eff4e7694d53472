import { setImmediate } from "node:timers/promises";
import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { withIndexesLast } from "@an-sinh/subgraph-kit/database/indexes-last";
import { LoadedSampleEntity } from "@an-sinh/subgraph-kit/database/loaded-sample.entity";
import type { EntityManager } from "typeorm";
import type { SampleTable } from "./sample-table.js";

/** Of the rows that this code makes: to be raised whenever they change, so that no database keeps a mixture. */
export const sampleVersion = "5";

/** What a database holds. "foreign": rows that no load of the sample left there. */
export type SampleState =
  | { readonly kind: "empty" | "foreign" }
  | { readonly kind: "loaded"; readonly version: string; readonly scale: number };

const markerId = "sample";
const rowsPerPortion = 4_000;

/** Looks for the sample in a migrated database. */
export async function findSampleState(database: Database): Promise<SampleState> {
  const marker = await database.reader.getRepository(LoadedSampleEntity).findOneBy({ id: markerId });
  if (marker) return { kind: "loaded", version: marker.version, scale: marker.scale };
  for (const { target } of database.reader.entityMetadatas) {
    if (await database.reader.getRepository(target).exists()) return { kind: "foreign" };
  }
  return { kind: "empty" };
}

/** What is loaded into a department's database. */
export interface DepartmentSample {
  /** The name of the department. */
  readonly department: string;
  /** How many times the published size. */
  readonly scale: number;
  readonly tables: readonly SampleTable[];
}

interface LoadSampleOptions {
  /** Called with the number of rows of each statement. */
  readonly onProgress?: (rows: number) => void;
  /** Stops the load; nothing of the department stays. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Loads a department's rows into its empty, migrated database: all of them and the marker that says so, or
 * none. Returns the number of rows.
 */
export function loadSample(
  database: Database,
  { department, scale, tables }: DepartmentSample,
  { onProgress, signal }: LoadSampleOptions = {},
): Promise<number> {
  return database.write(async (manager) => {
    await claim(manager, department, scale);
    const total = await withIndexesLast(manager, () => insertTables(manager, tables, { onProgress, signal }));
    await manager.update(LoadedSampleEntity, markerId, { rows: total });
    return total;
  });
}

async function insertTables(
  manager: EntityManager,
  tables: readonly SampleTable[],
  { onProgress, signal }: LoadSampleOptions,
): Promise<number> {
  let total = 0;
  for (const { entity, rows } of tables) {
    for (const portion of portions(rows())) {
      total += await bulkInsert(manager, entity, portion, onProgress);
      // Lets signals and timers in: SQLite's driver never waits for anything.
      await setImmediate();
      signal?.throwIfAborted();
    }
  }
  return total;
}

/** Writes the marker first, so that a second load at the same time fails here, instead of mixing its rows in. */
async function claim(manager: EntityManager, department: string, scale: number): Promise<void> {
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

/** Cuts rows into pieces, each to be read to its end before the next. */
function* portions(rows: Iterable<object>): Iterable<Iterable<object>> {
  const iterator = rows[Symbol.iterator]();
  let next = iterator.next();
  function* portion(): Iterable<object> {
    for (let count = 0; count < rowsPerPortion && !next.done; count++) {
      yield next.value;
      next = iterator.next();
    }
  }
  while (!next.done) yield portion();
}
