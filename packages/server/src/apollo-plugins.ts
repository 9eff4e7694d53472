import type { ApolloServerPlugin, GraphQLRequestContextDidEncounterErrors } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { getVariableValues, type DocumentNode, type GraphQLError } from "graphql";
import { ClientError, type ErrorCode } from "./errors.js";
import { landingPagePlugin, type LandingPage } from "./landing-page.js";

/** The context that every request has at least. */
export interface IdentifiedContext {
  readonly requestId: string;
}

/** Nothing is reported to anyone, whatever APOLLO_KEY and its kin say. */
export function standardPlugins(
  landingPage: LandingPage | undefined,
): ApolloServerPlugin<IdentifiedContext>[] {
  return [
    ApolloServerPluginUsageReportingDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginCacheControlDisabled(),
    landingPage ? landingPagePlugin(landingPage) : ApolloServerPluginLandingPageDisabled(),
    operationCheckPlugin,
  ];
}

/** Remembers to which request an error belongs: Apollo's `formatError` is not told. */
export function requestIdPlugin(requestIds: WeakMap<object, string>): ApolloServerPlugin<IdentifiedContext> {
  const remember = async (request: GraphQLRequestContextDidEncounterErrors<IdentifiedContext>) => {
    for (const error of request.errors) requestIds.set(error, request.contextValue.requestId);
  };
  return { requestDidStart: async () => ({ didEncounterErrors: remember }) };
}

/**
 * Refuses an operation that cannot be chosen and variables of the wrong type before anything is executed.
 * Apollo Server leaves both to an executor; a gateway's answers the first with a 500 and lists every bad item of
 * the second, a million of them if need be.
 */
const operationCheckPlugin: ApolloServerPlugin<IdentifiedContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation, document, request }) => {
      if (!operation) throw unresolvedOperation(document, request.operationName);
      if (operation.operation === "subscription" || !schema.getRootType(operation.operation)) {
        throw badRequest(
          "OPERATION_RESOLUTION_FAILURE",
          `This graph has no ${operation.operation} operations.`,
        );
      }
      const definitions = operation.variableDefinitions ?? [];
      const { errors } = getVariableValues(schema, definitions, request.variables ?? {}, { maxErrors: 1 });
      const [first] = errors ?? [];
      if (first) throw badRequest("BAD_USER_INPUT", first.message, first.nodes);
    },
  }),
};

function unresolvedOperation(document: DocumentNode, operationName: string | undefined): ClientError {
  const message = operationName
    ? `Unknown operation named "${operationName}".`
    : document.definitions.some(({ kind }) => kind === "OperationDefinition")
      ? "Must provide operation name if query contains multiple operations."
      : "Must provide an operation.";
  return badRequest("OPERATION_RESOLUTION_FAILURE", message);
}

function badRequest(code: ErrorCode, message: string, nodes: GraphQLError["nodes"] = undefined): ClientError {
  return new ClientError(code, message, { nodes: nodes ?? null, extensions: { http: { status: 400 } } });
}
