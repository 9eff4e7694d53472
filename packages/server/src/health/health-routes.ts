import type { FastifyInstance, RouteHandlerMethod } from "fastify";
import type { ServingState } from "../serving-state.js";
import type { PartState, Readiness } from "./readiness.js";

/** Of all that is asked about the health of a server. */
export const healthPath = "/health";

interface HealthOptions {
  readonly state: ServingState;
  readonly readiness: () => Readiness;
  /** What /health says beside the status. */
  readonly describeHealth?: (() => Readonly<Record<string, unknown>>) | undefined;
}

/**
 * Answers those who look after the server. /health/live: its process answers, else it should be started anew.
 * /health/ready and /health: it takes requests, else they should go elsewhere. /health knows nothing of other parts.
 */
export function serveHealth(fastify: FastifyInstance, options: HealthOptions): void {
  const { state, readiness, describeHealth } = options;
  const routes: Record<string, RouteHandlerMethod> = {
    [healthPath]: async (_request, reply) => {
      if (state.isDraining) void reply.code(503);
      return { status: state.isDraining ? "draining" : "ok", ...describeHealth?.() };
    },
    [`${healthPath}/live`]: async () => ({ status: "live" }),
    [`${healthPath}/ready`]: async (_request, reply) => {
      const { isReady, parts } = readiness();
      const status = state.isDraining ? "draining" : isReady ? "ready" : "not ready";
      if (status !== "ready") void reply.code(503);
      return { status, ...describeHealth?.(), ...describeParts(parts) };
    },
  };
  for (const [url, handler] of Object.entries(routes))
    fastify.route({ method: ["GET", "HEAD"], url, handler });
}

const describeParts = (parts: Readiness["parts"]) =>
  Object.fromEntries(
    Object.entries(parts).map(([kind, byName]) => [
      kind,
      Object.fromEntries(Object.entries(byName).map(([name, state]) => [name, describe(state)])),
    ]),
  );

function describe({ state, since, lastAnsweredAt, lastFailure }: PartState): object {
  return {
    state,
    since: timeOf(since),
    ...(lastAnsweredAt === undefined
      ? {}
      : { lastAnsweredAt: lastAnsweredAt === null ? null : timeOf(lastAnsweredAt) }),
    ...(lastFailure === undefined ? {} : { lastFailure }),
  };
}

const timeOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
