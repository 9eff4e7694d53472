import { createProgress, type Progress } from "@an-sinh/console/progress";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import {
  findSampleState,
  loadSample,
  sampleVersion,
  type DepartmentSample,
  type SampleState,
} from "./load-sample.js";
import type { MakeTables } from "./sample-table.js";

/** A department, and the database into which its rows of the sample go. */
export interface SampleTarget {
  /** The name of the department. */
  readonly department: string;
  /** Its migrations have been run. */
  readonly database: Database;
  /** What is kept beside its rows for its statistics. */
  readonly totals: readonly Totals[];
  /** Imports the function that makes the department's tables. */
  readonly sample: () => Promise<MakeTables>;
}

interface PrepareSampleOptions {
  /**
   * The sample is so many times as large as the published register. Undefined: the scale of the departments that are
   * loaded already, or 1.
   */
  readonly scale?: number | undefined;
  /** Whether to list what was wrong in the address database. Default: false. */
  readonly isVerbose?: boolean;
  /** Shows the progress. Default: on standard output. */
  readonly progress?: Progress;
  readonly signal?: AbortSignal | undefined;
}

/** Thrown when a database holds another version or scale of the sample than the one wanted. */
class OtherSampleError extends Error {
  constructor(department: string, found: string, wanted: string) {
    super(
      `The database of ${department} holds ${found}, not ${wanted}. ` +
        "Remove the departments' databases (their files, or DROP DATABASE) and start again: they are made anew.",
    );
    this.name = "OtherSampleError";
  }
}

/**
 * Loads the sample into each department's database that is empty. A database that holds the sample, or data of its
 * owner, is not changed. Returns whether anything was loaded.
 */
export async function prepareSample(
  targets: readonly SampleTarget[],
  options: PrepareSampleOptions = {},
): Promise<boolean> {
  const { progress = createProgress(process.stdout) } = options;
  const states = new Map<string, SampleState>();
  for (const { department, database } of targets) states.set(department, await findSampleState(database));
  const scale = chooseScale(states, options.scale);
  for (const [department, { kind }] of states) {
    if (kind === "other")
      progress.line(`${department}: has data that is not the sample's. It is left as it is.`);
  }
  const missing = targets.filter(({ department }) => states.get(department)?.kind === "empty");
  if (missing.length > 0) await loadAll(missing, scale, progress, options);
  return missing.length > 0;
}

/** All departments have the same scale, because their rows refer to each other. */
function chooseScale(states: ReadonlyMap<string, SampleState>, wanted: number | undefined): number {
  let scale = wanted;
  for (const [department, state] of states) {
    if (state.kind !== "loaded") continue;
    if (state.version !== sampleVersion) {
      throw new OtherSampleError(
        department,
        `version ${state.version} of the sample`,
        `version ${sampleVersion}`,
      );
    }
    scale ??= state.scale;
    if (state.scale !== scale) {
      throw new OtherSampleError(department, `the sample at scale ${state.scale}`, `at scale ${scale}`);
    }
  }
  return scale ?? 1;
}

async function loadAll(
  targets: readonly SampleTarget[],
  scale: number,
  progress: Progress,
  { isVerbose = false, signal }: PrepareSampleOptions,
): Promise<void> {
  const started = performance.now();
  progress.line("Making and loading the sample data, once. This takes about a minute.");
  const [{ createPopulation }, { describeLoad }] = await Promise.all([
    import("./population/create-population.js"),
    import("./administrative-units/load-report.js"),
  ]);
  const population = createPopulation({ scale });
  if (isVerbose) for (const line of describeLoad(population.geography.report)) progress.line(line);
  const loads: Load[] = [];
  for (const { department, database, totals, sample } of targets) {
    const makeTables = await sample();
    loads.push({ department, database, scale, totals, tables: makeTables(population) });
  }
  progress.begin(countRows(loads));
  let total = 0;
  try {
    for (const load of loads) total += await loadOne(load, progress, signal);
  } finally {
    progress.end();
  }
  progress.line(`The sample is loaded: ${total.toLocaleString("en")} rows in ${secondsSince(started)} s.`);
}

interface Load extends DepartmentSample {
  readonly database: Database;
}

async function loadOne(load: Load, progress: Progress, signal: AbortSignal | undefined): Promise<number> {
  const { department, database } = load;
  const started = performance.now();
  const onProgress = (count: number) => progress.advance(count, department);
  const rows = await loadSample(database, load, { onProgress, signal });
  await database.analyze();
  progress.line(`${department}: ${rows.toLocaleString("en")} rows in ${secondsSince(started)} s.`);
  return rows;
}

const countRows = (loads: readonly Load[]): number =>
  loads.flatMap(({ tables }) => tables).reduce((sum, { expectedRows = 0 }) => sum + expectedRows, 0);

const secondsSince = (started: number) => ((performance.now() - started) / 1000).toFixed(1);
