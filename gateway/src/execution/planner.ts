import { ClientError } from "@an-sinh/server/errors";
import { operationFromDocument } from "@apollo/federation-internals";
import type { QueryPlan, QueryPlanner } from "@apollo/query-planner";
import type { ErrorLogger } from "@an-sinh/server/present-error";
import { toClientFault } from "../errors/client-faults.js";
import { needsPlan, toPlannerDocument } from "./planner-document.js";
import type { SettledOperation } from "./settled-operation.js";

const emptyPlan: QueryPlan = { kind: "QueryPlan" };

/** Plans an operation. Throws an error with a code where there is no plan. */
export function planOperation(
  planner: QueryPlanner,
  operation: SettledOperation,
  logger: ErrorLogger,
): QueryPlan {
  if (!needsPlan(operation.selections)) return emptyPlan;
  try {
    const document = toPlannerDocument(operation);
    return planner.buildQueryPlan(operationFromDocument(planner.supergraph.apiSchema(), document));
  } catch (error) {
    const fault = toClientFault(error);
    if (fault) throw fault;
    logger.error(
      { stack: error instanceof Error ? error.stack : undefined },
      "An operation could not be planned",
    );
    throw new ClientError("PLANNING_FAILED", "No plan over the subgraphs was found for this operation.");
  }
}
