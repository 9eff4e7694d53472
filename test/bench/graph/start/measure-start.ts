import { fileURLToPath } from "node:url";
import type { DatabaseLocations } from "@an-sinh/deployment/databases";
import { measuredExecArgv } from "../../contest/arena.js";
import { Child } from "../../contest/child.js";
import { benchAuditKey, benchCursorKey } from "../../keys.js";
import { databaseSettings } from "../../sample.js";
import { markdownTable } from "../../tables/markdown-table.js";
import type { PartContext, PartResult } from "../part.js";

interface Start {
  readonly title: string;
  /** From the start of the process to the line that says that the graph is ready. */
  readonly wallSeconds: number;
  /** User and system time of all its threads. */
  readonly cpuSeconds: number;
}

const program = fileURLToPath(
  new URL("../../../../packages/deployment/dist/embedded.main.js", import.meta.url),
);
const wantedSeconds = 15;
const databaseName = "start";

/** The first start of the embedded graph, which makes the tables and loads the sample, and a later one. */
export async function measureStart({ store, progress, signal }: PartContext): Promise<PartResult> {
  await store.remove(databaseName);
  try {
    const locations = await store.locate(databaseName);
    const starts: Start[] = [];
    for (const title of ["first start", "later start"]) {
      starts.push({ title, ...(await start(locations, signal)) });
      progress.line(title);
    }
    const first = starts[0]?.wallSeconds ?? Number.NaN;
    const goal = {
      goal: `first start: at most ${wantedSeconds} s on an idle machine`,
      store: store.title,
      reached: `${first.toFixed(1)} s`,
      isReached: first <= wantedSeconds,
    };
    return { sections: [`### starts, ${store.title}`, table(starts)], goals: [goal] };
  } finally {
    await store.remove(databaseName);
  }
}

async function start(locations: DatabaseLocations, signal: AbortSignal): Promise<Omit<Start, "title">> {
  const done = new AbortController();
  const started = performance.now();
  const child = new Child("graph", program, {
    env: {
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      AUDIT_KEY: benchAuditKey,
      CURSOR_KEY: benchCursorKey,
      ...databaseSettings(locations),
    },
    execArgv: [...measuredExecArgv],
    signal: AbortSignal.any([signal, done.signal]),
  });
  try {
    await child.address();
    const wallSeconds = (performance.now() - started) / 1000;
    const { cpuMs } = await child.ask<{ cpuMs: number }>("usage");
    return { wallSeconds, cpuSeconds: cpuMs / 1000 };
  } finally {
    done.abort();
  }
}

const table = (starts: readonly Start[]): string =>
  markdownTable(
    ["start", "seconds", "processor seconds"],
    starts.map(({ title, wallSeconds, cpuSeconds }) => [
      title,
      wallSeconds.toFixed(1),
      cpuSeconds.toFixed(1),
    ]),
  );
