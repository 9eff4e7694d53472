import { fileURLToPath } from "node:url";
import { operationNamed } from "../operations/operations.js";
import type { Pairing } from "./check-answers.js";
import { Child } from "./child.js";
import type { Contestant, Running } from "./contestant.js";
import type { Measurement } from "./measurement.js";
import type { LoadOrder, LoadResult, ProcessUsage } from "./messages.js";

/** How a contestant is asked. */
export interface Load {
  readonly connections: number;
  readonly durationMs: number;
  /** Whether each request comes on a connection of its own. Default: false. */
  readonly isReconnecting?: boolean;
}

/** Measures what works for a contestant beside its own process, such as subgraphs. */
export interface Meter<Beside> {
  begin(contestant: Running["contestant"]): Promise<unknown>;
  /** What it was for each of the requests since `begin`. */
  end(requests: number, contestant: Running["contestant"]): Promise<Beside>;
}

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** With it this gateway is started. All contestants have it, so that none has more memory for new objects. */
const memoryOption = "--max-semi-space-size=64";

/** Loaded before a program, it measures its process. */
export const measureProcess = file("measure-process.mjs");

/** The options of Node with which a process can be measured. */
export const measuredExecArgv: readonly string[] = ["--expose-gc", memoryOption, "--import", measureProcess];

/** An official who may see everything asks. */
export interface SignIn {
  /** With them a gateway verifies the token. Who does not read them does not look at the token. */
  readonly settings: Record<string, string>;
  readonly token: string | undefined;
}

/**
 * A bench asks more than one client may, and a crowd more at once than is taken. It measures how answers are made, so no
 * response is kept for the next one.
 */
const benchSettings = {
  RESPONSE_CACHE_BYTES: "0",
  MAX_OPERATION_COST: "1000000000",
  MAX_COST_PER_MINUTE: "1000000000",
  MAX_REQUESTS: "1000000",
  MAX_WAIT_MS: "600000",
  // A thousand requests at once are measured: so many calls, and four times as many that wait.
  SUBGRAPH_MAX_CONCURRENT: "256",
};

/** The clients, and the contestants that they ask. */
export class Arena<Graph, Beside extends object> {
  readonly #clients: Child;
  readonly #graph: Graph;
  readonly #beside: Meter<Beside>;
  readonly #signal: AbortSignal;
  readonly #signIn: SignIn;

  /** All its processes end when the signal fires. */
  constructor(graph: Graph, beside: Meter<Beside>, signIn: SignIn, signal: AbortSignal) {
    this.#clients = new Child("clients", file("load.main.ts"), { signal });
    this.#graph = graph;
    this.#beside = beside;
    this.#signIn = signIn;
    this.#signal = signal;
  }

  async start(contestant: Contestant<Graph>): Promise<Running> {
    const { name, program, args, settings, execArgv = [] } = contestant;
    const process = new Child(name, program, {
      args: args?.(this.#graph) ?? [],
      // Nothing of this process's own settings: they may be meant for another gateway.
      env: {
        ...benchSettings,
        ...this.#signIn.settings,
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: "0",
        ...settings?.(this.#graph),
      },
      execArgv: [...measuredExecArgv, ...execArgv],
      signal: this.#signal,
    });
    return { contestant, process, url: await process.address(), asked: new Map() };
  }

  /** The text of the answer to one request of an operation, by the number of the request. */
  async ask({ contestant, url }: Running, operation: string, index: number): Promise<string> {
    const answer = await fetch(new URL(contestant.pathOf(operation), url), {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.#signIn.token}` },
      body: JSON.stringify({ query: operationNamed(operation).documentAt(index) }),
    });
    return answer.text();
  }

  /** Sends requests of an operation for a while. Throws where an answer is not the expected one. */
  async measure(pairing: Pairing, load: Load): Promise<Measurement & Beside> {
    const { running, operation, expected } = pairing;
    const { contestant, process, url, asked } = running;
    const { connections, durationMs, isReconnecting = false } = load;
    const from = asked.get(operation) ?? 0;
    const order: LoadOrder = {
      url: new URL(contestant.pathOf(operation), url).href,
      token: this.#signIn.token,
      operation,
      from,
      expected,
      connections,
      durationMs,
      isReconnecting,
    };
    await this.#beside.begin(contestant);
    await process.ask("begin");
    const { requests, failures, bytes, seconds } = await this.#clients.ask<LoadResult>(order);
    const usage = await process.ask<ProcessUsage>("end");
    const beside = await this.#beside.end(requests, contestant);
    if (failures > 0)
      throw new Error(
        `${contestant.title} answered ${failures} of ${requests} requests of ${operation} otherwise.`,
      );
    asked.set(operation, from + requests);
    return {
      contestant: contestant.name,
      operation,
      connections,
      requests,
      requestsPerSecond: requests / seconds,
      cpuMs: usage.cpuMs / requests,
      delayP99Ms: usage.delayP99Ms,
      answerBytes: bytes / requests,
      memoryBytes: usage.peakBytes - usage.idleBytes,
      ...beside,
    };
  }
}
