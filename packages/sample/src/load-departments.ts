import type { Database } from "@an-sinh/subgraph-kit/database/database";
import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import { loadSample, type DepartmentSample } from "./load-sample.js";
import { separateTables, type MakeTables } from "./sample-table.js";

/** A department, and the database into which its rows of the sample go. */
export interface SampleTarget {
  /** The name of the department. */
  readonly department: string;
  /** Its migrations have been run. */
  readonly database: Database;
  readonly totals: readonly Totals[];
  /** Imports the function that makes the department's tables. */
  readonly sample: () => Promise<MakeTables>;
}

/** Is told how far a load is. */
export interface LoadListener {
  /** So many rows are expected, in all departments. An estimate. Comes once, before all others. */
  onBegin(rows: number): void;
  onProgress(rows: number, department: string): void;
  onLoaded(department: string, rows: number, seconds: number): void;
}

/** Loads the rows of the departments, by name, into their databases, which are empty. The signal stops it. */
export type LoadDepartments = (
  departments: readonly string[],
  scale: number,
  listener: LoadListener,
  signal?: AbortSignal,
) => Promise<void>;

/** Loads one department after the other, in this thread. */
export const loadInThisThread =
  (targets: readonly SampleTarget[]): LoadDepartments =>
  async (departments, scale, listener, signal) => {
    // Imported only now: a program that has nothing to load needs none of it.
    const { createPopulation } = await import("./population/create-population.js");
    const population = createPopulation({ scale });
    const loads: Load[] = [];
    for (const { department, database, totals, sample } of targets) {
      if (!departments.includes(department)) continue;
      const makeTables = await sample();
      loads.push({ department, database, scale, totals, tables: makeTables(population) });
    }
    listener.onBegin(countRows(loads));
    for (const load of loads) await loadOne(load, listener, signal);
  };

interface Load extends DepartmentSample {
  readonly database: Database;
}

async function loadOne(load: Load, listener: LoadListener, signal: AbortSignal | undefined): Promise<void> {
  const { department, database } = load;
  const started = performance.now();
  const onProgress = (count: number) => listener.onProgress(count, department);
  const rows = await loadSample(database, load, { onProgress, signal });
  await database.analyze();
  listener.onLoaded(department, rows, (performance.now() - started) / 1_000);
}

const countRows = (loads: readonly Load[]): number =>
  loads
    .flatMap(({ tables }) => separateTables(tables))
    .reduce((sum, { expectedRows = 0 }) => sum + expectedRows, 0);
