import { ClientError } from "@an-sinh/server/errors";
import type { ErrorLogger } from "@an-sinh/server/present-error";
import { operationFromDocument, Supergraph } from "@apollo/federation-internals";
import { QueryPlanner, type QueryPlan } from "@apollo/query-planner";
import { toClientFault } from "../../errors/client-faults.js";
import { mayMissRequired } from "../../planning/missing-requirements.js";
import type { PreparedSupergraph } from "../../planning/prepare-supergraph.js";
import { needsPlan, toPlannerDocument } from "../operation/planner-document.js";
import type { SettledOperation } from "../operation/settled-operation.js";

/**
 * How many ways through the subgraphs the query planner compares. Without these limits, version 2.14.4 plans for
 * minutes where many subgraphs can resolve the same fields. Test: gateway/test/planner-limits.test.ts.
 */
export const plannerConfig = { debug: { pathsLimit: 10_000, maxEvaluatedPlans: 200 } };

/** Apollo Gateway has checked the supergraph from which the other one is made. */
const unchecked = { validateSupergraph: false };

/** A plan, and the supergraph that it is for. */
export interface PlannedOperation {
  readonly plan: QueryPlan;
  readonly supergraph: PreparedSupergraph;
}

const emptyPlan: QueryPlan = { kind: "QueryPlan" };

export class OperationPlanner {
  readonly #planner: QueryPlanner;
  readonly #supergraph: PreparedSupergraph;
  readonly #logger: ErrorLogger;
  /** Plans what the first planner cannot. It is made when it is needed. */
  #separated: QueryPlanner | undefined;

  constructor(planner: QueryPlanner, supergraph: PreparedSupergraph, logger: ErrorLogger) {
    this.#planner = planner;
    this.#supergraph = supergraph;
    this.#logger = logger;
  }

  /** Throws an error with a code where there is no plan. */
  plan(operation: SettledOperation): PlannedOperation {
    if (!needsPlan(operation.selections)) return { plan: emptyPlan, supergraph: this.#supergraph };
    try {
      const plan = planWith(this.#planner, operation);
      if (!mayMissRequired(plan, this.#supergraph)) return { plan, supergraph: this.#supergraph };
      const supergraph = this.#supergraph.separated();
      this.#separated ??= new QueryPlanner(Supergraph.build(supergraph.sdl, unchecked), plannerConfig);
      return { plan: planWith(this.#separated, operation), supergraph };
    } catch (error) {
      const fault = toClientFault(error);
      if (fault) throw fault;
      const stack = error instanceof Error ? error.stack : undefined;
      this.#logger.error({ stack }, "An operation could not be planned");
      const message = "No plan over the subgraphs was found for this operation.";
      throw new ClientError("PLANNING_FAILED", message, { extensions: { http: { status: 500 } } });
    }
  }
}

function planWith(planner: QueryPlanner, operation: SettledOperation): QueryPlan {
  const document = toPlannerDocument(operation);
  return planner.buildQueryPlan(operationFromDocument(planner.supergraph.apiSchema(), document));
}
