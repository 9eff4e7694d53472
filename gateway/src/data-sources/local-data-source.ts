import { setMaxListeners } from "node:events";
import { presentError, type ErrorLogger } from "@an-sinh/server/present-error";
import { untilAborted } from "@an-sinh/server/until-aborted";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { AnswerTooLargeError } from "../responses/answer-budget.js";
import type { SubgraphState } from "../resilience/subgraph-state.js";
import { SubgraphHealth } from "../resilience/subgraph-health.js";
import { errorKind } from "../responses/error-kind.js";
import { firstErrors } from "../responses/max-errors.js";
import { FetchFailedError, tellOf } from "../responses/fetch-failure.js";
import { toldIn } from "../responses/http-response.js";
import type { SubgraphResponse } from "../responses/subgraph-response.js";
import {
  fetchTimeMs,
  type GatewayContext,
  type SubgraphOperation,
  type SubgraphSource,
  type SubgraphVariables,
} from "./subgraph-source.js";

/** Answers one operation of a subgraph in this process. */
export type LocalOperation = (
  variables: Record<string, unknown>,
  operationName: string | undefined,
  context: GatewayContext,
) => Promise<{
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly unknown[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}>;

/** A subgraph in this process. It makes a context of its own for each call. */
export interface LocalSubgraph {
  readonly name: string;
  /** Parses and validates a query. Throws where it is no GraphQL. */
  prepare(query: string): LocalOperation;
}

/** Calls a subgraph in this process. A response is what graphql-js made: nothing is copied or written as text. */
export class LocalDataSource implements SubgraphSource {
  readonly #operations = new WeakMap<SubgraphOperation, LocalOperation>();

  readonly #health = new SubgraphHealth();
  readonly #startedAt = Date.now();

  constructor(
    readonly subgraph: LocalSubgraph,
    readonly logger: ErrorLogger,
    /** How long the subgraph may take for a response. */
    readonly timeoutMs = 10_000,
  ) {}

  /** It is always asked: it cannot be unreachable, and its database is watched where its statements are sent. */
  get state(): SubgraphState {
    const { name } = this.subgraph;
    return { name, state: "closed", since: this.#startedAt, ...this.#health.state };
  }

  async fetch(
    operation: SubgraphOperation,
    variables: SubgraphVariables,
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    try {
      const answer = this.#prepared(operation);
      const askedAt = performance.now();
      const {
        data = null,
        errors,
        extensions,
      } = await this.#inTime(operation, context, (own) =>
        answer(variables.values(), operation.operationName, own),
      );
      if (data) this.#health.answered();
      const told = extensions && toldIn(extensions, { askedAt });
      if (!errors?.length) return { data, ...told };
      const first = firstErrors(errors, kindOf);
      const presented = first.map((error) => this.#present(error, context));
      return { data, errors: presented, moreErrors: errors.length - first.length, ...told };
    } catch (error) {
      if (error instanceof AnswerTooLargeError) throw error;
      const failure = this.#explain(error, context);
      if (!context.signal.aborted) this.#health.failed(failure.code);
      throw failure;
    }
  }

  #explain(error: unknown, context: GatewayContext): FetchFailedError {
    if (error instanceof FetchFailedError) return error;
    this.#present(error, context);
    return new FetchFailedError("SUBGRAPH_ERROR", tellOf(this.subgraph.name, "failed"));
  }

  /** The response, or an error once it takes too long. The subgraph learns that nobody waits for it then. */
  async #inTime<Response>(
    { asksDataVersion: reportsDataVersion = false }: SubgraphOperation,
    context: GatewayContext,
    ask: (own: GatewayContext) => Promise<Response>,
  ): Promise<Response> {
    const { requestId, caller, signal, budget, trace, reportsStatements = false } = context;
    const told = { reportsStatements, reportsDataVersion };
    const timeoutMs = fetchTimeMs(context, this.timeoutMs);
    if (timeoutMs <= 0) {
      const message = tellOf(this.subgraph.name, "was not asked, the request's time was over");
      throw new FetchFailedError("SUBGRAPH_TIMEOUT", message);
    }
    const controller = new AbortController();
    setMaxListeners(0, controller.signal);
    const late = () => {
      const message = tellOf(this.subgraph.name, `did not respond within ${timeoutMs} ms`);
      controller.abort(new FetchFailedError("SUBGRAPH_TIMEOUT", message));
    };
    const leave = () => controller.abort(signal.reason);
    const timer = setTimeout(late, timeoutMs);
    signal.addEventListener("abort", leave, { once: true });
    try {
      signal.throwIfAborted();
      return await untilAborted(
        controller.signal,
        ask({ ...told, requestId, caller, budget, trace, signal: controller.signal }),
      );
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", leave);
    }
  }

  #prepared(operation: SubgraphOperation): LocalOperation {
    const known = this.#operations.get(operation);
    if (known) return known;
    const prepared = this.subgraph.prepare(operation.query);
    this.#operations.set(operation, prepared);
    return prepared;
  }

  #present(error: unknown, { requestId }: GatewayContext): GraphQLFormattedError {
    return presentError(error, { requestId, service: this.subgraph.name, logger: this.logger });
  }
}

/** What is no error of GraphQL has no place. */
const kindOf = (error: unknown): string => (error instanceof GraphQLError ? errorKind(error) : "");
