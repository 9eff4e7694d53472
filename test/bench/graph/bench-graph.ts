import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createProgress } from "@an-sinh/command-line/progress";
import { goalsTable, type Goal } from "./goals.js";
import { describeMachine } from "./machine.js";
import type { GraphSettings } from "./part.js";
import { parts, type PartName } from "./parts.js";
import { openStore, type StoreName } from "./stores.js";

export interface BenchGraphSettings extends GraphSettings {
  readonly parts: readonly PartName[];
  readonly stores: readonly StoreName[];
  /** Where the samples are kept. */
  readonly folder: string;
}

/** Measures the parts and prints the tables of each as soon as it ends. What it starts ends with it. */
export async function benchGraph(settings: BenchGraphSettings, signal: AbortSignal): Promise<void> {
  const { folder, stores } = settings;
  await mkdir(folder, { recursive: true });
  const scratchFolder = await mkdtemp(join(folder, "scratch-"));
  console.log(`${describeMachine()}.\n`);
  const goals: Goal[] = [];
  try {
    for (const name of stores) goals.push(...(await benchStore(name, { settings, scratchFolder, signal })));
    if (goals.length > 0) console.log(`### goals\n\n${goalsTable(goals)}`);
  } finally {
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

interface Run {
  readonly settings: BenchGraphSettings;
  readonly scratchFolder: string;
  readonly signal: AbortSignal;
}

async function benchStore(name: StoreName, { settings, scratchFolder, signal }: Run): Promise<Goal[]> {
  const store = await openStore(name, settings.folder);
  const goals: Goal[] = [];
  if (!store) {
    console.log("MariaDB is left out: neither mariadbd nor mysqld is installed.\n");
    return goals;
  }
  const progress = createProgress(process.stderr);
  try {
    for (const part of settings.parts) {
      signal.throwIfAborted();
      progress.line(`${part} on ${store.title} …`);
      const result = await parts[part]({ store, settings, progress, scratchFolder, signal });
      console.log(`${result.sections.join("\n\n")}\n`);
      goals.push(...result.goals);
    }
    return goals;
  } finally {
    await store.close();
  }
}
