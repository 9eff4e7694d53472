import { ask, type Answer, type Asked } from "./ask.js";

/** A request to a subgraph, as the gateway reports it in `extensions.queryPlan`. */
export interface Fetch {
  readonly id: number;
  readonly subgraph: string;
  /** The ids of the requests whose answers it needs. */
  readonly after: readonly number[];
  readonly query: string;
  readonly outcome: string;
  readonly startMs?: number;
  readonly durationMs?: number;
  /** SQL statements. */
  readonly statements?: number;
}

export interface Cost {
  /** Points. */
  readonly estimate: number;
  readonly budget: number;
  /** The field that costs most. */
  readonly mostFor: string;
}

export interface Explanation {
  readonly errors: readonly string[];
  readonly cost: Cost | undefined;
  /** Undefined: the caller may not see the plan. */
  readonly fetches: readonly Fetch[] | undefined;
  /** From the request to its answer, as this browser sees it. */
  readonly tookMs: number;
}

/** Runs an operation, and has the gateway tell what it did for it. */
export async function explain(asked: Asked, headers: Readonly<Record<string, string>>): Promise<Explanation> {
  const begin = performance.now();
  const answer = await ask(asked, { ...headers, "x-report-plan": "1", "x-report-cost": "1" });
  return toExplanation(answer, performance.now() - begin);
}

export function toExplanation({ errors = [], extensions = {} }: Answer, tookMs: number): Explanation {
  const { cost, queryPlan } = extensions as {
    readonly cost?: Cost;
    readonly queryPlan?: { readonly fetches: readonly Fetch[] };
  };
  return { errors: errors.map(({ message }) => message), cost, fetches: queryPlan?.fetches, tookMs };
}
