import { JsonText } from "@an-sinh/server/json-text";
import type { Executor } from "@an-sinh/server/executable-graph";
import type { GraphQLSchema } from "graphql";
import type { Authorization } from "../authorization/authorization.js";
import { toClientFault } from "../errors/client-faults.js";
import { toExecutorRequest } from "../execution/executor-request.js";
import { AnswerTooLargeError, checkBytes, type AnswerLimits } from "../responses/answer-budget.js";
import { toJsonText } from "../responses/exact-json.js";
import { stockRejection } from "./stock-authorization.js";

interface StockOptions {
  readonly schema: GraphQLSchema;
  readonly authorization: Authorization;
  readonly answerLimits: AnswerLimits;
}

/** Apollo Gateway's own executor, within the limits of this gateway. */
export const stockExecutor = (
  execute: Executor,
  { schema, authorization, answerLimits }: StockOptions,
): Executor => withinLimits(authorizedStock(execute, schema, authorization), answerLimits);

/** Rejects what the caller may not see, and leaves the rest to Apollo Gateway. */
function authorizedStock(execute: Executor, schema: GraphQLSchema, authorization: Authorization): Executor {
  return async (asked) => {
    const errors = await stockRejection(toExecutorRequest(asked), schema, authorization);
    if (errors.length > 0) return { errors };
    try {
      return await execute(asked);
    } catch (error) {
      throw toClientFault(error) ?? error;
    }
  };
}

/**
 * Measures the finished answer. Apollo Gateway takes what a source throws for a failure of the subgraph alone, and writes
 * no text, so the server sends this one.
 */
function withinLimits(execute: Executor, limits: AnswerLimits): Executor {
  return async (asked) => {
    const answer = await execute(asked);
    if (!answer.data) return answer;
    try {
      toExecutorRequest(asked).context.budget?.check();
      const text = toJsonText(answer.data);
      checkBytes(text, limits);
      return { ...answer, data: new JsonText(text) } as unknown as Awaited<ReturnType<Executor>>;
    } catch (error) {
      if (error instanceof AnswerTooLargeError) return { data: null, errors: [error] };
      throw error;
    }
  };
}
