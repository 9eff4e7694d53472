import { setMaxListeners } from "node:events";
import { signIn } from "../../contest/sign-in.js";
import { loadSample } from "../../sample.js";
import { markdownTable } from "../../tables/markdown-table.js";
import { spreadOf } from "../../tables/spread.js";
import type { Goal } from "../goals.js";
import type { PartContext, PartResult } from "../part.js";
import { processorMsOf } from "../processor-time.js";
import type { Store } from "../stores.js";
import { heavyOperations } from "./heavy-operations.js";
import { serveTopologies, type Topology } from "./serve-topologies.js";
import { watchWork, type Work } from "./watch-work.js";

const wantedMs = 100;

/** The default. */
const mostPoints = "20000";

/** The first request is planned, and V8 compiles during those that follow. */
const warmUps = 8;

/** How often the whole answer is measured. The fastest counts: else a client would leave when the answer is there. */
const wholes = 3;

/** How often a client leaves at each moment. The middle one counts: now and then something else is done at the same time. */
const repeats = 3;

/** How much of the time of the whole answer has passed when the client leaves. */
const momentsOfLeaving = [0.1, 0.3, 0.5, 0.7, 0.9];

interface Leaving {
  readonly topology: string;
  readonly operation: string;
  readonly wholeMs: number;
  readonly wholeProcessorMs: number;
  /** Of all moments of leaving the one with most. */
  readonly lastMs: number;
  readonly processorMs: number;
}

/** What is still done for heavy operations when their clients have left, in both topologies. */
export async function measureLeaving(context: PartContext): Promise<PartResult> {
  const { store, scratchFolder, signal } = context;
  const locations = await store.locate("scale-1");
  await loadSample(locations, { scale: 1, signal });
  const done = new AbortController();
  const ending = AbortSignal.any([signal, done.signal]);
  setMaxListeners(0, ending);
  try {
    const signedIn = await signIn(scratchFolder);
    const settings = { ...signedIn.settings, MAX_OPERATION_COST: mostPoints };
    const options = { locations, folder: scratchFolder, signIn: { ...signedIn, settings }, signal: ending };
    const leavings: Leaving[] = [];
    for (const topology of await serveTopologies(options))
      for (const { name, query } of heavyOperations) {
        context.progress.line(`${topology.title}: ${name}`);
        const client = new Client(topology, store, signedIn.token ?? "");
        leavings.push({ topology: topology.title, operation: name, ...(await leave(client, query)) });
      }
    return {
      sections: [`### clients that leave, ${store.title}`, table(leavings)],
      goals: goalsOf(leavings, store),
    };
  } finally {
    done.abort();
  }
}

async function leave(client: Client, query: string): Promise<Omit<Leaving, "topology" | "operation">> {
  for (let request = 0; request < warmUps; request += 1) await client.ask(query);
  const before = client.processorMs();
  const times: number[] = [];
  while (times.length < wholes) times.push(await client.ask(query));
  const wholeProcessorMs = (client.processorMs() - before) / wholes;
  const wholeMs = Math.min(...times);
  const middles: Work[] = [];
  for (const moment of momentsOfLeaving) {
    const works: Work[] = [];
    while (works.length < repeats) works.push(await client.leave(query, moment * wholeMs));
    middles.push({
      lastMs: spreadOf(works.map(({ lastMs }) => lastMs)).median,
      processorMs: spreadOf(works.map(({ processorMs }) => processorMs)).median,
    });
  }
  return {
    wholeMs,
    wholeProcessorMs,
    lastMs: Math.max(...middles.map(({ lastMs }) => lastMs)),
    processorMs: Math.max(...middles.map(({ processorMs }) => processorMs)),
  };
}

class Client {
  constructor(
    private readonly topology: Topology,
    private readonly store: Store,
    private readonly token: string,
  ) {}

  /** Of all processes of the graph and of the database server. */
  processorMs(): number {
    const own = this.topology.processes.map(({ pid }) => processorMsOf(pid) ?? Number.NaN);
    return own.reduce((sum, ms) => sum + ms, this.store.processorMs() ?? 0);
  }

  /** Returns after how many milliseconds the answer was there. */
  async ask(query: string): Promise<number> {
    const started = performance.now();
    const answer = await this.#send(query);
    const text = await answer.text();
    // Some provinces have no figures of some years, which are errors.
    if (!text.includes('"data":{')) throw new Error(`Expected an answer, but got: ${text.slice(0, 300)}`);
    return performance.now() - started;
  }

  async leave(query: string, afterMs: number): Promise<Work> {
    await this.#collectGarbage();
    const answer = this.#send(query, AbortSignal.timeout(Math.max(1, Math.round(afterMs))));
    await answer.then((early) => early.body?.cancel()).catch(() => undefined);
    const database = this.store.pid === null ? [] : [this.store.pid];
    return watchWork([...this.topology.processes.map(({ pid }) => pid), ...database]);
  }

  /** What the start and earlier requests have left behind would else be collected for one of the clients that leave. */
  async #collectGarbage(): Promise<void> {
    for (const process of this.topology.processes) await process.ask("collectGarbage");
  }

  #send(query: string, signal?: AbortSignal): Promise<Response> {
    return fetch(this.topology.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query }),
      ...(signal && { signal }),
    });
  }
}

const goalsOf = (leavings: readonly Leaving[], store: Store): readonly Goal[] => {
  const last = Math.max(...leavings.map(({ lastMs }) => lastMs));
  const most = Math.max(...leavings.map(({ processorMs }) => processorMs));
  return [
    { goal: `a client left: the last work for it ends within ${wantedMs} ms`, reachedMs: last },
    { goal: `a client left: at most ${wantedMs} ms of processor time are spent for it`, reachedMs: most },
  ].map(({ goal, reachedMs }) => ({
    goal,
    store: store.title,
    reached: `${reachedMs.toFixed(0)} ms`,
    isReached: reachedMs <= wantedMs,
  }));
};

const table = (leavings: readonly Leaving[]): string =>
  markdownTable(
    ["topology", "operation", "whole: ms", "processor ms", "left: last work after ms", "processor ms after"],
    leavings.map(({ topology, operation, wholeMs, wholeProcessorMs, lastMs, processorMs }) => [
      topology,
      operation,
      wholeMs.toFixed(0),
      wholeProcessorMs.toFixed(0),
      lastMs.toFixed(0),
      processorMs.toFixed(0),
    ]),
  );
