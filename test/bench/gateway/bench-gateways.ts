import { setMaxListeners } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProgress } from "@an-sinh/command-line/progress";
import { sqliteLocations } from "@an-sinh/deployment/databases";
import { Arena, type Load } from "../contest/arena.js";
import { checkAnswers, type Pairing } from "../contest/check-answers.js";
import type { Running } from "../contest/contestant.js";
import { countMeasurements, measureInRounds, type RoundSettings } from "../contest/rounds.js";
import { signIn } from "../contest/sign-in.js";
import { writeSupergraph } from "../contest/write-supergraph.js";
import { installPeers } from "../peers/install-peers.js";
import { loadSample } from "../sample.js";
import type { GatewayContestant } from "./contestants.js";
import { crowdOperation, measureMemory } from "./measure-memory.js";
import { countFetches, startReplay, type GatewayMeasurement, type Gateways } from "./replay.js";
import { tablesOf, type GatewayMeasurements } from "./tables.js";

export interface BenchSettings extends RoundSettings {
  /** In the order of the table. The others are held to the answers of the first. */
  readonly contestants: readonly GatewayContestant[];
  /** So many requests are in flight while memory is measured. */
  readonly crowd: number;
  /** The SQLite files of the sample. */
  readonly dataFolder: string;
  /** Where every measurement is written. Undefined: nowhere. */
  readonly jsonFile: string | undefined;
}

/** Measures the contestants and prints the tables. All processes end with it, and when the signal fires. */
export async function benchGateways(settings: BenchSettings, signal: AbortSignal): Promise<void> {
  const { contestants, operations, dataFolder, jsonFile } = settings;
  if (contestants.some(({ isPeer }) => isPeer)) await installPeers(signal);
  await loadSample(sqliteLocations(dataFolder), { scale: 1, signal });
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-bench-"));
  const done = new AbortController();
  try {
    const ended = AbortSignal.any([signal, done.signal]);
    // Every process listens to it.
    setMaxListeners(0, ended);
    const replay = startReplay(dataFolder, ended);
    const address = await replay.address();
    const graph = await writeSupergraph(folder, (department) => new URL(department, address).href);
    const arena: Gateways = new Arena(graph, countFetches(replay), await signIn(folder), ended);
    const running: Running[] = [];
    for (const contestant of contestants) running.push(await arena.start(contestant));
    const { pairings, notes } = await checkAnswers(arena, running, operations);
    const measurements = await measureAll(arena, pairings, settings);
    console.log(tablesOf(settings, measurements).concat(notes).join("\n\n"));
    if (jsonFile) await writeFile(jsonFile, JSON.stringify({ settings, notes, ...measurements }, null, 2));
  } finally {
    done.abort();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Last comes the memory for a crowd. */
async function measureAll(
  arena: Gateways,
  pairings: readonly Pairing[],
  settings: BenchSettings,
): Promise<GatewayMeasurements> {
  const able = pairings.filter(({ operation }) => operation === crowdOperation);
  const crowded = settings.contestants.flatMap((contestant) => {
    const pairing = able.find(({ running }) => running.contestant.name === contestant.name);
    return pairing ? { contestant, pairing } : [];
  });
  const progress = createProgress(process.stderr);
  progress.begin(countMeasurements(pairings, settings) + crowded.length);
  const measure = async (pairing: Pairing, load: Load) => {
    const measurement = await arena.measure(pairing, load);
    progress.advance(1, `${pairing.operation}: ${pairing.running.contestant.title}`);
    return measurement;
  };
  try {
    const inRounds = await measureInRounds(pairings, settings, measure);
    const measuredCrowds: GatewayMeasurement[] = [];
    for (const { contestant, pairing } of crowded) {
      measuredCrowds.push(await measureMemory(arena, contestant, pairing, settings.crowd));
      progress.advance(1, `memory: ${contestant.title}`);
    }
    return { inRounds, crowded: measuredCrowds };
  } finally {
    progress.end();
  }
}
