import cluster from "node:cluster";
import { createServer, type Server } from "node:http";
import { AggregatorRegistry, Registry } from "prom-client";
import { listenProblem } from "../listen-problem.js";
import type { RunningProgram } from "../run.js";
import { Meters } from "./meters.js";
import { answerMetricsRequests, metricsOfWorkers } from "./worker-metrics.js";

/** Where metrics are served. They are not for clients, so it is a port of its own. */
export interface MetricsAddress {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

/**
 * Serves the metrics of a program beside it. Where several processes serve, this is the one that looks after them, and
 * it adds up theirs. `start` gets the meters to use.
 */
export async function withMetrics(
  address: MetricsAddress,
  workers: number,
  start: (meters: Meters) => Promise<RunningProgram>,
): Promise<RunningProgram> {
  const meters = new Meters();
  meters.measureProcess();
  if (cluster.isWorker) {
    answerMetricsRequests(meters.registry);
    return start(meters);
  }
  const read = workers === 1 ? () => meters.registry.metrics() : readAll;
  const server = await listen(read, address);
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  try {
    const program = await start(meters);
    return {
      closeLimitMs: program.closeLimitMs,
      reload: async () => program.reload?.(),
      close: () => program.close().finally(stop),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readAll(): Promise<string> {
  const metrics = await metricsOfWorkers();
  return AggregatorRegistry.aggregate(metrics).metrics();
}

async function listen(read: () => Promise<string>, address: MetricsAddress): Promise<Server> {
  const server = createMetricsServer(read);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(listenProblem(error, address, "METRICS_PORT")));
    server.listen(address.port, address.host, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("Expected a TCP address");
  // Not as a URL: whoever starts this program takes its first one for that of GraphQL.
  process.stdout.write(`Metrics:          ${address.host}:${bound.port}/metrics\n`);
  return server;
}

/** Answers GET /metrics. It does not listen yet. */
export function createMetricsServer(read: () => Promise<string>): Server {
  return createServer((request, response) => {
    if (request.url !== "/metrics" || (request.method !== "GET" && request.method !== "HEAD")) {
      response.writeHead(404).end("Metrics are at /metrics.\n");
      return;
    }
    read().then(
      (text) => response.writeHead(200, { "content-type": Registry.PROMETHEUS_CONTENT_TYPE }).end(text),
      () => response.writeHead(500).end("The metrics cannot be read.\n"),
    );
  });
}
