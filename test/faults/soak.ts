import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "@an-sinh/sample/population/random";
import type { Child } from "../bench/contest/child.js";
import type { Seen } from "./client.js";
import { faults } from "./faults.js";
import { MemoryWatch, type MemoryUse } from "./memory-slope.js";
import type { FaultGraph } from "./open-fault-graph.js";

export interface SoakPlan {
  readonly durationMs: number;
  /** Requests per second. They do not wait for each other. */
  readonly rate: number;
  /** Draws the faults and their departments. */
  readonly random: Random;
  /** Is told of each fault when it begins. */
  readonly onFault: (text: string) => void;
  readonly signal: AbortSignal;
}

/** What came of the soak. */
export interface SoakResult {
  /** How many answers there were of each kind. */
  readonly counts: Readonly<Record<Seen["verdict"]["kind"], number>>;
  /** Places of wrong answers, and codes of errors, each once. */
  readonly wrongPlaces: readonly string[];
  readonly codes: readonly string[];
  readonly faults: number;
  readonly slowestMs: number;
  /** Of each process, by its name. */
  readonly memory: readonly (MemoryUse & { readonly name: string })[];
}

const faultEveryMs = 10_000;
const faultLastsMs = 3_000;
const neededEveryMs = 10_000;

/** Asks at a steady rate while one random fault after the other happens to a random department. */
export async function soak(graph: FaultGraph, plan: SoakPlan): Promise<SoakResult> {
  const ended = new AbortController();
  const signal = AbortSignal.any([plan.signal, ended.signal]);
  const memory = new MemoryWatch();
  const watching = setInterval(() => processesOf(graph).forEach(({ pid }) => memory.take(pid)), 1_000);
  watchNeeded(graph, memory, signal);
  const happening = letFaultsHappen(graph, { ...plan, signal });
  const tally = new Tally();
  try {
    await askAll(graph, plan, tally);
  } finally {
    clearInterval(watching);
    ended.abort();
  }
  return {
    ...tally.result(),
    faults: await happening,
    memory: processesOf(graph).map(({ name, pid }) => ({ name, ...memory.of(pid) })),
  };
}

const processesOf = ({ graph }: FaultGraph) => [
  { name: "gateway", pid: graph.gateway.pid },
  ...graph.subgraphs.map(({ name, process }) => ({ name, pid: process.pid })),
];

/** Asks each process again and again what it needs. One that stands still does not keep the others waiting. */
function watchNeeded({ graph }: FaultGraph, memory: MemoryWatch, signal: AbortSignal): void {
  const watch = async (process: () => Child) => {
    while (!signal.aborted) {
      await sleep(neededEveryMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await memory.takeNeeded(process());
    }
  };
  void watch(() => graph.gateway);
  for (const subgraph of graph.subgraphs) void watch(() => subgraph.process);
}

/** Sends so many requests per second, whatever the earlier ones do, and waits for the last answer. */
async function askAll(
  { client }: FaultGraph,
  { durationMs, rate, signal }: SoakPlan,
  tally: Tally,
): Promise<void> {
  const started = performance.now();
  const open = new Set<Promise<void>>();
  for (let index = 0; performance.now() - started < durationMs; index += 1) {
    signal.throwIfAborted();
    const asked = client.ask(index).then((seen) => {
      tally.add(seen);
      open.delete(asked);
    });
    open.add(asked);
    await sleep(Math.max(0, started + ((index + 1) * 1_000) / rate - performance.now()));
  }
  await Promise.all(open);
}

/** Resolves with the number of faults once the signal has fired. The last one has then ended. */
async function letFaultsHappen(graph: FaultGraph, { random, onFault, signal }: SoakPlan): Promise<number> {
  const names = graph.graph.subgraphs.map(({ name }) => name);
  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
  for (let count = 0; ; count += 1) {
    await pause(faultEveryMs - faultLastsMs);
    if (signal.aborted) return count;
    const fault = random.pick(faults);
    const department = random.pick(names);
    onFault(`${department}: ${fault.name}`);
    const heal = await fault.inject(graph, department);
    await pause(faultLastsMs);
    await heal();
  }
}

/** Counts answers without keeping them. */
class Tally {
  readonly #counts = { whole: 0, partial: 0, none: 0, wrong: 0 };
  readonly #wrongPlaces = new Set<string>();
  readonly #codes = new Set<string>();
  #slowestMs = 0;

  add({ verdict, codes, milliseconds }: Seen): void {
    this.#counts[verdict.kind] += 1;
    if (verdict.kind === "wrong") this.#wrongPlaces.add(verdict.place);
    for (const code of codes) this.#codes.add(code);
    this.#slowestMs = Math.max(this.#slowestMs, milliseconds);
  }

  result() {
    return {
      counts: this.#counts,
      wrongPlaces: [...this.#wrongPlaces],
      codes: [...this.#codes].toSorted(),
      slowestMs: this.#slowestMs,
    };
  }
}
