import { setMaxListeners } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProgress } from "@an-sinh/console/progress";
import { closeDatabases } from "@an-sinh/deployment/databases";
import { openSample } from "../sample.js";
import { Arena, type Load, type Running } from "./arena.js";
import { checkAnswers, type Pairing } from "./check-answers.js";
import type { Contestant } from "./contestants.js";
import { installPeers } from "./install-peers.js";
import { crowdOperation, measureMemory } from "./measure-memory.js";
import type { Measurement } from "./measurement.js";
import { tablesOf } from "./tables.js";

export interface BenchSettings {
  /** In the order of the table. The others are held to the answers of the first. */
  readonly contestants: readonly Contestant[];
  readonly operations: readonly string[];
  readonly rounds: number;
  readonly durationMs: number;
  /** How long each contestant is asked each operation before the rounds, so that its code is compiled. */
  readonly warmUpMs: number;
  readonly connections: number;
  /** The SQLite files of the sample. */
  readonly dataFolder: string;
  /** Where every measurement is written. Undefined: nowhere. */
  readonly jsonFile: string | undefined;
}

/** Measures the contestants and prints the tables. All processes end with it, and when the signal fires. */
export async function benchGateways(settings: BenchSettings, signal: AbortSignal): Promise<void> {
  const { contestants, operations, dataFolder, jsonFile } = settings;
  if (contestants.some(({ isPeer }) => isPeer)) await installPeers(signal);
  await closeDatabases(await openSample(dataFolder, { scale: 1, signal }));
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-bench-"));
  const done = new AbortController();
  try {
    const ended = AbortSignal.any([signal, done.signal]);
    // Every process listens to it.
    setMaxListeners(0, ended);
    const arena = await Arena.open(dataFolder, folder, ended);
    const running: Running[] = [];
    for (const contestant of contestants) running.push(await arena.start(contestant));
    const { pairings, notes } = await checkAnswers(arena, running, operations);
    const measurements = await measureAll(arena, pairings, settings);
    console.log(tablesOf(settings, measurements).concat(notes).join("\n\n"));
    if (jsonFile) await writeFile(jsonFile, JSON.stringify({ settings, notes, measurements }, null, 2));
  } finally {
    done.abort();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * One operation after the other: all warm up, then come its rounds. What an operation leaves in the processes, such as
 * garbage, is then never in the figures of another one. Last comes the memory for a crowd.
 */
async function measureAll(
  arena: Arena,
  pairings: readonly Pairing[],
  { operations, rounds, durationMs, warmUpMs, connections }: BenchSettings,
): Promise<Measurement[]> {
  const crowded = pairings.filter(({ operation }) => operation === crowdOperation);
  const progress = createProgress(process.stderr);
  progress.begin((rounds + 1) * pairings.length + crowded.length);
  const measure = async ({ running, operation }: Pairing, load: Load = { connections, durationMs }) => {
    const measurement = await arena.measure(running, operation, load);
    progress.advance(1, `${operation}: ${running.contestant.title}`);
    return measurement;
  };
  const measurements: Measurement[] = [];
  try {
    for (const name of operations) {
      const able = pairings.filter(({ operation }) => operation === name);
      for (const pairing of able) await measure(pairing, { connections, durationMs: warmUpMs });
      for (const pairing of turns(able, rounds)) measurements.push(await measure(pairing));
    }
    for (const { running } of crowded) {
      measurements.push(await measureMemory(arena, running.contestant));
      progress.advance(1, `memory: ${running.contestant.title}`);
    }
  } finally {
    progress.end();
  }
  return measurements;
}

/** Everyone's turn in each round. Another one begins each round, so that none always comes after the same other one. */
const turns = <Item>(items: readonly Item[], rounds: number): Item[] =>
  Array.from({ length: rounds }, (_, round) => round % items.length).flatMap((first) => [
    ...items.slice(first),
    ...items.slice(0, first),
  ]);
