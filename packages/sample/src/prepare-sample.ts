import { createProgress, type Progress } from "@an-sinh/command-line/progress";
import {
  loadInThisThread,
  type LoadDepartments,
  type LoadListener,
  type SampleTarget,
} from "./load-departments.js";
import { findSampleState, sampleVersion, type SampleState } from "./load-sample.js";

interface PrepareSampleOptions {
  /**
   * The sample is so many times as large as the published register. Undefined: the scale of the departments that are
   * loaded already, or 1.
   */
  readonly scale?: number | undefined;
  /** Whether to list what was wrong in the address database. Default: false. */
  readonly isVerbose?: boolean;
  /** Default: one department after the other, in this thread. */
  readonly load?: LoadDepartments | undefined;
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
  { load = loadInThisThread(targets), isVerbose = false, signal }: PrepareSampleOptions,
): Promise<void> {
  const started = performance.now();
  progress.line(`Making and loading the sample data, once. This takes ${expectedTime(scale)}.`);
  if (isVerbose) for (const line of await describeAddresses()) progress.line(line);
  let total = 0;
  let hasBegun = false;
  const listener: LoadListener = {
    onBegin: (rows) => {
      hasBegun = true;
      progress.begin(rows);
    },
    onProgress: (rows, department) => progress.advance(rows, department),
    onLoaded: (department, rows, seconds) => {
      total += rows;
      progress.line(`${department}: ${rows.toLocaleString("en")} rows in ${seconds.toFixed(1)} s.`);
    },
  };
  try {
    await load(
      targets.map(({ department }) => department),
      scale,
      listener,
      signal,
    );
  } finally {
    if (hasBegun) progress.end();
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  progress.line(`The sample is loaded: ${total.toLocaleString("en")} rows in ${seconds} s.`);
}

const expectedTime = (scale: number) =>
  `about half a minute${scale === 1 ? "" : ` times ${scale}`}, or longer on a busy machine`;

async function describeAddresses(): Promise<readonly string[]> {
  const { loadAdministrativeGeography } = await import("./administrative-units/administrative-geography.js");
  const { describeLoad } = await import("./administrative-units/load-report.js");
  return describeLoad(loadAdministrativeGeography().report);
}
