import cluster from "node:cluster";
import { setTimeout } from "node:timers/promises";
import type { GraphQLServer } from "./graphql-server.js";
import type { Logger } from "./logger.js";
import type { Meters } from "./metrics/meters.js";
import type { MetricsAddress } from "./metrics/serve-metrics.js";
import { defaultCloseLimitMs, type RunningProgram } from "./run.js";
import { ServingProcesses } from "./serving-processes.js";

interface Serving {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** How many processes serve. With 1 it is this one; with more, this one only looks after them. */
  readonly workers: number;
  /** How long it answers, after it was asked to stop, as if it went on, and says that it is not ready. Default: 0. */
  readonly drainDelayMs?: number;
  /** Where its metrics are served. Undefined: nowhere, and nothing is measured. */
  readonly metrics: MetricsAddress | undefined;
  readonly logger: Logger;
  /** What is done once before several processes serve. Where one does, `createServer` does it. */
  readonly prepare?: () => Promise<void>;
  /** Builds the server. Each process that serves calls it. `isPrepared`: `prepare` was called before. */
  readonly createServer: (meters: Meters | undefined, isPrepared: boolean) => Promise<GraphQLServer>;
  /** Tells the user where the program serves, once. */
  readonly announce: (url: string) => void;
}

/** What a program does in `run` that serves with one process or several. Closing the result stops all of them. */
export async function serve(options: Serving): Promise<RunningProgram> {
  const { metrics, workers } = options;
  if (!metrics) return start(options, undefined);
  const { withMetrics } = await import("./metrics/serve-metrics.js");
  return withMetrics(metrics, workers, (meters) => start(options, meters));
}

async function start(options: Serving, meters: Meters | undefined): Promise<RunningProgram> {
  if (cluster.isWorker) {
    const { server, url } = await createAndListen(options, meters, true);
    process.send?.(url);
    return toProgram(server, options);
  }
  if (options.workers === 1) {
    const { server, url } = await createAndListen(options, meters, false);
    options.announce(url);
    return toProgram(server, options);
  }
  await options.prepare?.();
  const processes = new ServingProcesses(options.logger, closeLimitOf(options));
  options.announce(await processes.start(options.workers));
  return processes;
}

const closeLimitOf = ({ drainDelayMs = 0 }: Serving): number => defaultCloseLimitMs + drainDelayMs;

/** A server that leaves in two steps: who asks whether it is ready learns that it leaves before it takes no more requests. */
function toProgram(server: GraphQLServer, options: Serving): RunningProgram {
  const { drainDelayMs = 0, logger } = options;
  return {
    closeLimitMs: closeLimitOf(options),
    close: async () => {
      server.state.drain();
      if (drainDelayMs > 0) await setTimeout(drainDelayMs);
      await server.close();
    },
    reload: async () => {
      if (server.reload) await server.reload();
      else logger.info("There is nothing to reload here.");
    },
  };
}

async function createAndListen(
  { createServer, host, port }: Serving,
  meters: Meters | undefined,
  isPrepared: boolean,
) {
  const server = await createServer(meters, isPrepared);
  try {
    const { url } = await server.listen({ host, port });
    return { server, url };
  } catch (error) {
    await server.close();
    throw error;
  }
}
