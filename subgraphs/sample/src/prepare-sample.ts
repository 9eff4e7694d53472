import type { Database } from "@an-sinh/kit/database/database";
import { createProgress, type Progress } from "@an-sinh/kit/progress";
import { isDepartment, tablesOf, type Department } from "./departments.js";
import { findSampleState, loadSample, sampleVersion, type SampleState } from "./load-sample.js";
import type { Population } from "./population/population.js";

export interface PrepareSampleOptions {
  /** How many times the published size. Without it: as the other departments were loaded, else once. */
  readonly scale?: number | undefined;
  /** Where progress is shown. Default: standard output. */
  readonly progress?: Progress;
  readonly signal?: AbortSignal | undefined;
}

/** Thrown when a database holds another sample than the one wanted. */
export class OtherSampleError extends Error {
  constructor(department: Department, found: string, wanted: string) {
    super(
      `The database of ${department} holds ${found}, not ${wanted}. ` +
        "Remove the departments' databases (their files, or DROP DATABASE) and start again: they are made anew.",
    );
    this.name = "OtherSampleError";
  }
}

type DepartmentDatabase = readonly [department: Department, database: Database];

/**
 * Sees to it that every department's migrated database, by its name, holds the sample. What is loaded
 * already is skipped, and data that is not the sample's is left alone. Returns whether anything was loaded.
 */
export async function prepareSample(
  databases: ReadonlyMap<string, Database>,
  options: PrepareSampleOptions = {},
): Promise<boolean> {
  const { progress = createProgress(process.stdout) } = options;
  const known = [...databases].map(([name, database]): DepartmentDatabase => {
    if (isDepartment(name)) return [name, database];
    throw new Error(`Expected the name of a department with sample rows, but got: ${name}`);
  });
  const states = new Map<Department, SampleState>();
  for (const [department, database] of known) states.set(department, await findSampleState(database));
  const scale = chooseScale(states, options.scale);
  for (const [department, { kind }] of states) {
    if (kind === "foreign")
      progress.line(`${department}: has data that is not the sample's. It is left as it is.`);
  }
  const missing = known.filter(([department]) => states.get(department)?.kind === "empty");
  if (missing.length > 0) await loadAll(missing, scale, progress, options.signal);
  return missing.length > 0;
}

/** Departments must be of one population: their rows refer to each other's. */
function chooseScale(states: ReadonlyMap<Department, SampleState>, wanted: number | undefined): number {
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
  departments: readonly DepartmentDatabase[],
  scale: number,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<void> {
  const started = performance.now();
  progress.line("Making the sample population …");
  const [{ createPopulation }, { describeLoad }] = await Promise.all([
    import("./population/create-population.js"),
    import("./administrative-units/tally.js"),
  ]);
  const population = createPopulation({ scale });
  for (const line of describeLoad(population.geography.report)) progress.line(line);
  progress.begin(await countRows(departments, population));
  let total = 0;
  try {
    for (const [department, database] of departments) {
      total += await loadOne(department, database, { population, progress, signal });
    }
  } finally {
    progress.end();
  }
  progress.line(`The sample is loaded: ${total.toLocaleString("en")} rows in ${secondsSince(started)} s.`);
}

interface LoadContext {
  readonly population: Population;
  readonly progress: Progress;
  readonly signal: AbortSignal | undefined;
}

async function loadOne(department: Department, database: Database, context: LoadContext): Promise<number> {
  const { population, progress, signal } = context;
  const started = performance.now();
  const onProgress = (count: number) => progress.advance(count, department);
  const rows = await loadSample(database, department, population, { onProgress, signal });
  await database.analyze();
  progress.line(`${department}: ${rows.toLocaleString("en")} rows in ${secondsSince(started)} s.`);
  return rows;
}

async function countRows(
  departments: readonly DepartmentDatabase[],
  population: Population,
): Promise<number> {
  const tables = await Promise.all(departments.map(([department]) => tablesOf(department, population)));
  return tables.flat().reduce((sum, { expectedRows = 0 }) => sum + expectedRows, 0);
}

const secondsSince = (started: number) => ((performance.now() - started) / 1000).toFixed(1);
