import { ClientError } from "@an-sinh/server/errors";
import { GraphQLError, type ExecutionResult } from "graphql";

/**
 * Apollo Gateway puts what it found missing while it completed values into `extensions.valueCompletion`. Where
 * more than the field itself became null (a null in a non-null place), GraphQL wants an error. A value that the
 * API does not have, such as an inaccessible enum value, stays a silent null.
 */
export function reportNulls(result: ExecutionResult): ExecutionResult {
  const { extensions, errors, data } = result;
  const { valueCompletion, ...others } = extensions ?? {};
  if (!Array.isArray(valueCompletion)) return result;
  const spread = valueCompletion.filter(
    (problem): problem is GraphQLError =>
      problem instanceof GraphQLError && !isReached(data, problem.path ?? []),
  );
  const reported = spread.map(
    ({ message, path }) => new ClientError("SUBGRAPH_ERROR", message, { path: path ?? null }),
  );
  const all = [...(errors ?? []), ...reported];
  return {
    ...(data === undefined ? {} : { data }),
    ...(all.length > 0 ? { errors: all } : {}),
    ...(Object.keys(others).length > 0 ? { extensions: others } : {}),
  };
}

/** Whether everything above the end of the path is there. */
function isReached(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return false;
    value = (value as Record<string | number, unknown>)[step];
  }
  return true;
}
