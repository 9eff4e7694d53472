import { setTimeout as sleep } from "node:timers/promises";
import type { CallLimits } from "../../src/resilience/call-limits.js";
import { failureOf, newContext, startSubgraph, variables } from "./far-subgraph.js";
import { good, query } from "./responses-in-turn.js";

const idleMs = 5;
const clients = 5;

interface IdleResult {
  readonly asked: number;
  readonly failed: number;
  /** How many connections the requests needed. */
  readonly connections: number;
}

/**
 * Asks a subgraph that closes connections which were idle for some milliseconds, and does not say so. Each request is sent
 * about when its connection is being closed.
 */
export async function askWhenIdleEnds(
  requests: number,
  limits: Partial<CallLimits> = {},
): Promise<IdleResult> {
  await using far = await startSubgraph(
    (request, response) => {
      request.socket.setTimeout(0);
      response.once("finish", () => request.socket.setTimeout(idleMs));
      return good(request, response);
    },
    { limits: { failuresToOpen: requests, ...limits } },
  );
  // With it, Node would say for how long a connection stays open, and newer versions wait a second longer.
  far.server.keepAliveTimeout = 0;
  far.server.on("connection", (socket) => socket.on("timeout", () => socket.destroy()));
  const result = { asked: 0, failed: 0, connections: 0 };
  far.server.on("connection", () => (result.connections += 1));
  const keepAsking = async () => {
    while (result.asked < requests) {
      await sleep(idleMs - 1 + (result.asked++ % 3));
      if ((await failureOf(far.source.fetch(query, variables(), newContext()))) !== undefined)
        result.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, keepAsking));
  return result;
}
