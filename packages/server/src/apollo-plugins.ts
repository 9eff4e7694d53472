import type { ApolloServerPlugin, GraphQLRequestContextDidEncounterErrors } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { DocumentNode, GraphQLError } from "graphql";
import { ClientError, type ErrorCode } from "./errors.js";
import { variableError } from "./variable-error.js";
import { WarmUpContext } from "./warm-up.js";

/** The context that every request has at least. */
export interface IdentifiedContext {
  readonly requestId: string;
  /** Called before the document of the request is parsed. It is not called where the document is known. */
  parsing?(): void;
}

/** Every server has these. Nothing is reported to anyone, whatever APOLLO_KEY and similar variables say. */
export function standardPlugins(): ApolloServerPlugin<IdentifiedContext>[] {
  return [
    ApolloServerPluginUsageReportingDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    operationCheckPlugin,
  ];
}

/**
 * Remembers to which request an error belongs. Apollo Server 5.5.1 does not tell `formatError`. Without this a masked
 * error is logged without its request: packages/server/test/graphql-server.test.ts.
 */
export function requestIdPlugin(requestIds: WeakMap<object, string>): ApolloServerPlugin<IdentifiedContext> {
  const remember = async (request: GraphQLRequestContextDidEncounterErrors<IdentifiedContext>) => {
    for (const error of request.errors) requestIds.set(error, request.contextValue.requestId);
  };
  return { requestDidStart: async () => ({ didEncounterErrors: remember }) };
}

/**
 * Refuses, before anything is executed, an operation that cannot be chosen and variables of the wrong type.
 *
 * Apollo Server 5.5.1 leaves both to the executor. That of Apollo Gateway 2.14.4 answers the first with status 500,
 * and the second with one error for each bad item of a list, however many there are. Without this plugin
 * gateway/test/http-inputs.test.ts fails.
 */
const operationCheckPlugin: ApolloServerPlugin<IdentifiedContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation, document, request, contextValue }) => {
      if (!operation) throw unresolvedOperation(document, request.operationName);
      if (operation.operation === "subscription" || !schema.getRootType(operation.operation)) {
        throw badRequest(
          "OPERATION_RESOLUTION_FAILURE",
          `This graph has no ${operation.operation} operations.`,
        );
      }
      if (contextValue instanceof WarmUpContext) return;
      const error = variableError(schema, operation, request.variables ?? {});
      if (error) throw badRequest("BAD_USER_INPUT", error.message, error.nodes);
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
