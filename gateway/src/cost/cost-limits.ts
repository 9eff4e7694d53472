import { ClientError } from "@an-sinh/server/errors";
import type { ExecutorRequest } from "@an-sinh/server/executable-graph";
import type { RateLimiter, RateLimits } from "@an-sinh/server/rate-limits";
import type { DocumentNode, OperationDefinitionNode } from "graphql";
import { fragmentsOf } from "../execution/operation/fragments.js";
import type { GatewayRequest } from "../gateway-request.js";
import { callerKey } from "../caller-key.js";
import { readCostDirectives, type CostDirectives } from "./cost-directives.js";
import { costliestPath, operationCost, type OperationCost } from "./operation-cost.js";
import { valueOf, type Variables } from "./term.js";

export interface CostBudgets {
  /** Points that one operation may cost. */
  readonly perOperation: number;
  /** Points that one caller may ask for in a minute. Undefined: any. */
  readonly perMinute: number | undefined;
}

/** What a client is told about the cost of its operation. */
interface CostReport {
  readonly estimate: number;
  readonly budget: number;
  /** The field that costs most, by its path in the answer. */
  readonly mostFor: string;
}

/** A client that sends this header finds the estimate in `extensions.cost`. */
const reportHeader = "x-report-cost";

/** A document that is not known takes about a millisecond, and with 10,000 characters ten. */
const pointsOfDocument = 50;
const charactersOfPoint = 20;

/** Estimates operations before they are planned, and refuses those that cost too much. */
export class CostLimits {
  readonly #directives: CostDirectives;
  readonly #perOperation: number;
  readonly #callers: RateLimiter | undefined;
  readonly #costs = new WeakMap<OperationDefinitionNode, OperationCost>();

  constructor(supergraph: DocumentNode, { perOperation, perMinute }: CostBudgets, rateLimits: RateLimits) {
    this.#directives = readCostDirectives(supergraph);
    this.#perOperation = perOperation;
    if (perMinute !== undefined)
      this.#callers = rateLimits.limiter({ name: "cost", points: perMinute, seconds: 60 });
  }

  /**
   * Takes the points of an operation from the caller's. Throws `QUERY_TOO_COMPLEX` or `RATE_LIMITED`. The report is
   * undefined where the client did not ask for it.
   */
  async admit(
    { schema, document, operation, request }: ExecutorRequest,
    context: Pick<GatewayRequest, "caller" | "headers" | "address"> & Partial<Pick<GatewayRequest, "work">>,
  ): Promise<CostReport | undefined> {
    if (!operation) throw new Error("Expected an operation that was chosen before");
    const variables = request.variables ?? {};
    let cost = this.#costs.get(operation);
    if (!cost) {
      cost = operationCost(schema, this.#directives, operation, fragmentsOf(document));
      this.#costs.set(operation, cost);
    }
    const estimate = Math.ceil(valueOf(cost.total, variables));
    if (context.work) context.work.cost = estimate;
    if (!(estimate <= this.#perOperation)) throw tooExpensive(this.#report(cost, estimate, variables));
    // A request costs something even where its answer has nothing in it.
    await this.#callers?.take(callerKey(context), Math.max(1, estimate));
    return context.headers[reportHeader] === undefined ? undefined : this.#report(cost, estimate, variables);
  }

  /**
   * Takes the points for parsing, checking and planning a document that is not known yet, whatever becomes of it. This
   * process does that work, so it is counted here. Throws `RATE_LIMITED`.
   */
  async admitDocument(
    context: Pick<GatewayRequest, "caller" | "address">,
    characters: number,
  ): Promise<void> {
    const points = pointsOfDocument + Math.ceil(characters / charactersOfPoint);
    await this.#callers?.takeHere(callerKey(context), points);
  }

  #report(cost: OperationCost, estimate: number, variables: Variables): CostReport {
    return { estimate, budget: this.#perOperation, mostFor: costliestPath(cost, variables) };
  }
}

function tooExpensive(cost: CostReport): ClientError {
  const { estimate, budget, mostFor } = cost;
  const message =
    `The query is too expensive: expected at most ${budget} points, but got: ${estimate}. ` +
    `Most of them are for ${mostFor}.`;
  return new ClientError("QUERY_TOO_COMPLEX", message, { extensions: { cost, http: { status: 400 } } });
}
