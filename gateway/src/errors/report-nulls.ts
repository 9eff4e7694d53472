import { ClientError } from "@an-sinh/server/errors";
import { GraphQLError, type ExecutionResult } from "graphql";

/**
 * Moves errors from `extensions.valueCompletion` to where GraphQL wants them.
 *
 * Apollo Gateway 2.14.4 puts no error into the answer where a null in a non-null field makes the parent null. It
 * puts it into `extensions.valueCompletion`, together with values that the API does not have, such as an
 * inaccessible enum value. Such a value stays a null without an error.
 * Tests: gateway/test/federation/failures.case.ts and gateway/test/federation/inaccessible.case.ts.
 */
export function reportNulls(result: ExecutionResult): ExecutionResult {
  const { extensions, errors, data } = result;
  const { valueCompletion, ...others } = extensions ?? {};
  if (!Array.isArray(valueCompletion)) return result;
  const ofParents = valueCompletion.filter(
    (problem): problem is GraphQLError =>
      problem instanceof GraphQLError && !hasParents(data, problem.path ?? []),
  );
  const reported = ofParents.map(
    ({ message, path }) => new ClientError("SUBGRAPH_ERROR", message, { path: path ?? null }),
  );
  const all = [...(errors ?? []), ...reported];
  return {
    ...(data === undefined ? {} : { data }),
    ...(all.length > 0 ? { errors: all } : {}),
    ...(Object.keys(others).length > 0 ? { extensions: others } : {}),
  };
}

/** Whether the field at the path has all its parents: none of them became null. */
function hasParents(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return false;
    value = (value as Record<string | number, unknown>)[step];
  }
  return true;
}
