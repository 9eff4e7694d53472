import type { IncomingHttpHeaders } from "node:http";
import type { Caller } from "@an-sinh/server/caller";
import type { SubgraphOperation } from "../data-sources/subgraph-source.js";
import { endOf, type FetchOutcome, type SubgraphFetch } from "../execution/run/fetch-hooks.js";
import type { Program } from "../execution/run/program.js";

/** A caller with the scope who sends the header finds the plan in `extensions.queryPlan`. */
const reportHeader = "x-report-plan";
const debugScope = "graph:debug";

export const mayReadPlan = (caller: Caller, headers: IncomingHttpHeaders): boolean =>
  headers[reportHeader] !== undefined && caller.scopes.includes(debugScope);

/** Which fetches an operation needs, and what became of them. */
export class PlanReport {
  readonly #startMs = performance.now();
  readonly #outcomes = new Map<SubgraphOperation, FetchOutcome>();
  #requests: Program["requests"] = [];

  planned({ requests }: Program): void {
    this.#requests = requests;
  }

  fetched({ operation }: SubgraphFetch, outcome: FetchOutcome): void {
    this.#outcomes.set(operation, outcome);
  }

  describe(): object {
    return {
      fetches: this.#requests.map(({ service, needs, operation }, id) => ({
        id,
        subgraph: service,
        after: needs,
        query: operation.query,
        ...this.#describe(this.#outcomes.get(operation)),
      })),
    };
  }

  #describe(outcome: FetchOutcome | undefined): object {
    if (!outcome) return { outcome: "not needed" };
    const { startMs, durationMs, statements } = outcome;
    return {
      outcome: endOf(outcome),
      startMs: toTenths(startMs - this.#startMs),
      durationMs: toTenths(durationMs),
      ...(statements === undefined ? {} : { statements }),
    };
  }
}

const toTenths = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
