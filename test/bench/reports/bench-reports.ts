import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { UsageError } from "@an-sinh/command-line/usage-error";
import { sqliteLocations } from "@an-sinh/deployment/databases";
import { measuredExecArgv, type SignIn } from "../contest/arena.js";
import { Child } from "../contest/child.js";
import { signIn } from "../contest/sign-in.js";
import { benchCursorKey } from "../keys.js";
import { databaseSettings, loadSample } from "../sample.js";
import { markdownTable } from "../tables/markdown-table.js";
import { spreadOf } from "../tables/spread.js";
import { measureDownload, type Download } from "./measure-download.js";

export interface ReportsSettings {
  /** Undefined: all of them. */
  readonly only: readonly string[] | undefined;
  readonly repeats: number;
  readonly dataFolder: string;
}

interface Row {
  readonly name: string;
  /** Nothing was made ready. */
  readonly cold: Download;
  /** The first one after a start that has made operations ready. */
  readonly started: Download;
  readonly repeated: readonly Download[];
}

/** Issue 12 asks for it. */
const mostFirstMs = 1_000;

const program = fileURLToPath(new URL("../../../packages/deployment/dist/embedded.main.js", import.meta.url));

/** Prints how soon each report begins. */
export async function benchReports(settings: ReportsSettings, signal: AbortSignal): Promise<void> {
  await loadSample(sqliteLocations(settings.dataFolder), { scale: 1, signal });
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-bench-"));
  try {
    const official = await signIn(folder);
    const download = (url: URL, name: string) => measureDownload(url, name, official.token, signal);
    const graph = { settings, official, signal };
    const cold = await withGraph({ ...graph, isWarm: false }, async (url, names) => {
      const found = new Map<string, Download>();
      for (const name of names) found.set(name, await download(url, name));
      return found;
    });
    const rows = await withGraph({ ...graph, isWarm: true }, async (url) => {
      const measured: Row[] = [];
      for (const [name, first] of cold) {
        const started = await download(url, name);
        const repeated: Download[] = [];
        for (let run = 0; run < settings.repeats; run += 1) repeated.push(await download(url, name));
        measured.push({ name, cold: first, started, repeated });
      }
      return measured;
    });
    console.log(table(rows));
    const late = rows.filter(({ started }) => started.firstMs > mostFirstMs);
    console.log(`\n${rows.length} reports, ${late.length} of them begin later than a second after a start.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface GraphToMeasure {
  readonly settings: ReportsSettings;
  readonly official: SignIn;
  readonly isWarm: boolean;
  readonly signal: AbortSignal;
}

/** Starts the graph as a user does, but that it keeps no responses and sets a caller no limits. */
async function withGraph<Result>(
  { settings, official, isWarm, signal }: GraphToMeasure,
  use: (url: URL, names: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const done = new AbortController();
  const child = new Child("graph", program, {
    env: {
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      CURSOR_KEY: benchCursorKey,
      RESPONSE_CACHE_BYTES: "0",
      MAX_OPERATION_COST: "1000000000",
      MAX_COST_PER_MINUTE: "1000000000",
      ...(!isWarm && { WARM_OPERATIONS: "off" }),
      ...official.settings,
      ...databaseSettings(sqliteLocations(settings.dataFolder)),
    },
    execArgv: [...measuredExecArgv],
    signal: AbortSignal.any([signal, done.signal]),
  });
  try {
    const url = await child.address();
    await untilIdle(child, signal);
    const { reports } = (await (await fetch(new URL("/reports", url), { signal })).json()) as {
      readonly reports: readonly { readonly name: string }[];
    };
    const names = reports.map(({ name }) => name);
    const unknown = settings.only?.find((name) => !names.includes(name));
    if (unknown !== undefined) throw new UsageError(`--only: expected reports of ${names.join(", ")}`);
    return await use(url, settings.only ?? names);
  } finally {
    done.abort();
  }
}

/** Operations are made ready after the graph has said that it answers. */
async function untilIdle(child: Child, signal: AbortSignal): Promise<void> {
  for (let used = -Infinity; ;) {
    const { cpuMs } = await child.ask<{ cpuMs: number }>("usage");
    if (cpuMs - used < 20) return;
    used = cpuMs;
    await setTimeout(200, undefined, { signal });
  }
}

const table = (rows: readonly Row[]): string =>
  markdownTable(
    ["report", "first bytes, cold ms", "after a start ms", "again ms", "whole ms", "rows", "kB"],
    rows.map(({ name, cold, started, repeated }) => [
      name,
      ...[cold.firstMs, started.firstMs, ...medians(repeated)].map((ms) => ms.toFixed(0)),
      String(started.rows),
      (started.bytes / 1_000).toFixed(1),
    ]),
  );

const medians = (downloads: readonly Download[]): readonly number[] => [
  spreadOf(downloads.map(({ firstMs }) => firstMs)).median,
  spreadOf(downloads.map(({ wholeMs }) => wholeMs)).median,
];
