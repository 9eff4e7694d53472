import { fileURLToPath } from "node:url";
import { Child } from "./child.js";
import type { Contestant } from "./contestants.js";
import type { Measurement } from "./measurement.js";
import type { LoadOrder, LoadResult, ProcessUsage, ReplayCounts } from "./messages.js";
import { benchOperation } from "./operations.js";
import { writeReplayedGraph, type ReplayedGraph } from "./replayed-graph.js";

/** A contestant whose process runs. */
export interface Running {
  readonly contestant: Contestant;
  readonly process: Child;
  readonly url: URL;
  /** How many requests of each operation it has got. */
  readonly asked: Map<string, number>;
}

/** How a contestant is asked. */
export interface Load {
  readonly connections: number;
  readonly durationMs: number;
}

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** With it this gateway is started. All contestants have it, so that none has more memory for new objects. */
const memoryOption = "--max-semi-space-size=64";

/** The recorded subgraphs, the clients, and the contestants that they ask. */
export class Arena {
  readonly #replay: Child;
  readonly #clients: Child;
  readonly #graph: ReplayedGraph;
  readonly #signal: AbortSignal;

  private constructor(replay: Child, clients: Child, graph: ReplayedGraph, signal: AbortSignal) {
    this.#replay = replay;
    this.#clients = clients;
    this.#graph = graph;
    this.#signal = signal;
  }

  /** All its processes end when the signal fires. `folder` is for files that they read. */
  static async open(dataFolder: string, folder: string, signal: AbortSignal): Promise<Arena> {
    const replay = new Child("replay", file("replay.main.ts"), { args: [dataFolder], signal });
    const clients = new Child("clients", file("load.main.ts"), { signal });
    const graph = await writeReplayedGraph(await replay.address(), folder);
    return new Arena(replay, clients, graph, signal);
  }

  async start(contestant: Contestant): Promise<Running> {
    const { name, program, args, settings, execArgv = [] } = contestant;
    const process = new Child(name, program, {
      args: args?.(this.#graph) ?? [],
      // Nothing of this process's own settings: they may be meant for another gateway.
      env: { NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", ...settings?.(this.#graph) },
      execArgv: ["--expose-gc", memoryOption, "--import", file("measure-process.mjs"), ...execArgv],
      signal: this.#signal,
    });
    return { contestant, process, url: await process.address(), asked: new Map() };
  }

  /** The answer to one request of an operation, by the number of the request. */
  async ask({ contestant, url }: Running, operation: string, index: number): Promise<unknown> {
    const answer = await fetch(new URL(contestant.pathOf(operation), url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: benchOperation(operation).documentAt(index) }),
    });
    return answer.json();
  }

  /** Sends requests of an operation for a while. Throws where a status is not 200. */
  async measure(running: Running, operation: string, load: Load): Promise<Measurement> {
    const { contestant, process, url, asked } = running;
    const { connections, durationMs } = load;
    const from = asked.get(operation) ?? 0;
    const order: LoadOrder = {
      url: new URL(contestant.pathOf(operation), url).href,
      operation,
      from,
      connections,
      durationMs,
    };
    await this.#replay.ask<ReplayCounts>("counts");
    await process.ask("begin");
    const { requests, failures, bytes, seconds } = await this.#clients.ask<LoadResult>(order);
    const usage = await process.ask<ProcessUsage>("end");
    const replayed = await this.#replay.ask<ReplayCounts>("counts");
    if (failures > 0) throw new Error(`${contestant.title} failed on ${failures} requests of ${operation}.`);
    asked.set(operation, from + requests);
    return {
      contestant: contestant.name,
      operation,
      connections,
      requests,
      requestsPerSecond: requests / seconds,
      cpuMs: usage.cpuMs / requests,
      delayP99Ms: usage.delayP99Ms,
      fetches: replayed.requests / requests,
      answerBytes: bytes / requests,
      memoryBytes: usage.peakBytes - usage.idleBytes,
    };
  }
}
