import type { ExecutionResult } from "graphql";
import { failSpan } from "@an-sinh/server/tracing/fail-span";
import type { Tracing } from "@an-sinh/server/tracing/tracing";
import { RequestContext } from "../context.js";

interface Asked {
  readonly context: unknown;
}

/** An operation that is traced and counted where its call says so. Elsewhere it costs two comparisons. */
export const observedOperation =
  <Request extends Asked>(
    execute: (request: Request) => Promise<ExecutionResult>,
    subgraph: string,
    tracing: Tracing | undefined,
  ): ((request: Request) => Promise<ExecutionResult>) =>
  (request) => {
    const work = request.context instanceof RequestContext ? request.context.work : undefined;
    const span = work?.begin(tracing, subgraph);
    if (!work || (!span && !work.reportsStatements)) return execute(request);
    const finish = (result: ExecutionResult): ExecutionResult => {
      const code = result.errors?.[0]?.extensions["code"];
      if (span && result.errors) failSpan(span, typeof code === "string" ? code : "INTERNAL");
      span?.setAttribute("graph.statements", work.statements);
      if (!work.reportsStatements) return result;
      return { ...result, extensions: { ...result.extensions, statements: work.statements } };
    };
    return execute(request)
      .then(finish)
      .finally(() => span?.end());
  };
