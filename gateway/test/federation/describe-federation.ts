import { describe, expect, test } from "vitest";
import { startGateway, topologies, type SubgraphCase } from "../support.js";

export interface FederationOperation {
  readonly rule: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** The whole answer. */
  readonly answer: Record<string, unknown>;
}

/** Runs operations over a small supergraph, with its subgraphs over HTTP and in process. */
export function describeFederation(
  title: string,
  subgraphs: () => readonly SubgraphCase[],
  operations: readonly FederationOperation[],
): void {
  describe.each(topologies)(`${title}, %s`, (topology) => {
    test.each(operations)("$rule", async ({ query, variables, answer }) => {
      await using gateway = await startGateway(subgraphs(), topology);
      expect(await gateway.query(query, variables)).toEqual(answer);
    });
  });
}

/** A reference resolver over a fixed list; null for an unknown id. */
export function findById<Row extends { readonly id: string }>(rows: readonly Row[]) {
  return async ({ id }: { readonly id: string }): Promise<Row | null> => {
    const row = rows.find((candidate) => candidate.id === id);
    return row ? { ...row } : null;
  };
}
