import type { ExecutionResult } from "graphql";
import { failSpan } from "@an-sinh/server/tracing/fail-span";
import type { Tracing } from "@an-sinh/server/tracing/tracing";
import { RequestContext } from "../context.js";
import { dataVersion } from "../data-version.js";

interface Asked {
  readonly context: unknown;
}

/** An operation that is traced and reported on where its call says so. Elsewhere it costs a few comparisons. */
export const observedOperation =
  <Request extends Asked>(
    execute: (request: Request) => Promise<ExecutionResult>,
    subgraph: string,
    tracing: Tracing | undefined,
  ): ((request: Request) => Promise<ExecutionResult>) =>
  (request) => {
    const context = request.context instanceof RequestContext ? request.context : undefined;
    const work = context?.work;
    const span = work?.begin(tracing, subgraph);
    if (!work || (!span && !work.reportsStatements && !work.reportsDataVersion)) return execute(request);
    const finish = (result: ExecutionResult): ExecutionResult => {
      const code = result.errors?.[0]?.extensions["code"];
      if (span && result.errors) failSpan(span, typeof code === "string" ? code : "INTERNAL");
      span?.setAttribute("graph.statements", work.statements);
      if (!work.reportsStatements) return result;
      return { ...result, extensions: { ...result.extensions, statements: work.statements } };
    };
    const executing = work.reportsDataVersion
      ? withDataVersion(context, () => execute(request))
      : execute(request);
    return executing.then(finish).finally(() => span?.end());
  };

/**
 * The version is read before all data, so that no data is older. Where it cannot be read, the answer comes without it: what
 * is wrong with the database is told by the fields that need it.
 */
async function withDataVersion(
  context: RequestContext,
  execute: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const version = await dataVersion(context).catch(() => undefined);
  const result = await execute();
  if (version === undefined) return result;
  return { ...result, extensions: { ...result.extensions, dataVersion: version } };
}
