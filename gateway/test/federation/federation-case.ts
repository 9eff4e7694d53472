import type { SubgraphCase } from "../support/gateway.js";

interface AnswerError {
  readonly message: unknown;
  readonly path?: unknown;
  readonly locations?: unknown;
  readonly extensions?: unknown;
}

/** A whole answer. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

/** A small supergraph, and operations with their whole answers. */
export interface FederationCase {
  readonly title: string;
  readonly subgraphs: () => readonly SubgraphCase[];
  readonly operations: readonly {
    readonly rule: string;
    readonly query: string;
    readonly variables?: Record<string, unknown>;
    readonly answer: Answer;
  }[];
}

/** A reference resolver that finds one of the rows by its id. */
export function findById<Row extends { readonly id: string }>(rows: readonly Row[]) {
  return async ({ id }: { readonly id: string }): Promise<Row | null> => {
    const row = rows.find((candidate) => candidate.id === id);
    return row ? { ...row } : null;
  };
}
