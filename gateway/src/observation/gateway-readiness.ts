import type { PartState, Readiness } from "@an-sinh/server/health/readiness";
import type { SubgraphState } from "../resilience/subgraph-state.js";

/**
 * A gateway is ready once it serves a supergraph, and it does not listen before. One department that is down leaves it
 * ready: it answers for the others, and another replica could not answer more.
 */
export function gatewayReadiness(
  subgraphs: readonly SubgraphState[],
  databases: (() => Readonly<Record<string, PartState>>) | undefined,
): Readiness {
  const states = subgraphs.map(({ name, state, since, lastAnsweredAt, lastFailure }) => [
    name,
    { state, since, lastAnsweredAt, lastFailure },
  ]);
  return {
    isReady: true,
    parts: { subgraphs: Object.fromEntries(states), ...(databases && { databases: databases() }) },
  };
}
