import type { DocumentNode, GraphQLError, GraphQLSchema } from "graphql";
import type { Authorization } from "../authorization/authorization.js";
import { unauthorizedErrors } from "../authorization/unauthorized.js";
import type { GatewayContext } from "../data-sources/subgraph-source.js";
import { AuditedTypes } from "../execution/operation/audited-types.js";
import { conditionValues, namedValues, readOperation } from "../execution/operation/client-operation.js";
import { settleOperation } from "../execution/operation/settled-operation.js";

interface Asked {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

const anyNames = { fieldNames: new Set<string>(), plannedNames: new Set<string>() };

/**
 * The errors that reject an operation with fields that the caller may not see. Apollo Gateway's executor cannot cut
 * them out: it would call their nulls errors of a subgraph.
 */
export async function stockRejection(
  { document, operationName, variables, context }: Asked,
  schema: GraphQLSchema,
  authorization: Authorization,
): Promise<readonly GraphQLError[]> {
  const decision = await authorization.decide(document, context.caller);
  if (decision.key === "") return [];
  const operation = readOperation(document, operationName);
  const conditions = conditionValues(operation, namedValues(operation, variables));
  const { node, fragments } = operation;
  const rules = { schema, names: anyNames, audited: new AuditedTypes([], schema) };
  const { cuts } = settleOperation(rules, node, fragments, conditions, decision);
  return unauthorizedErrors(cuts, "reject");
}
