import type { ApolloGateway } from "@apollo/gateway";
import type { DocumentNode, ExecutionResult } from "graphql";
import { toClientFault } from "./errors/client-faults.js";
import { reportNulls } from "./errors/report-nulls.js";
import type { ReservedNames } from "./planning/reserved-names.js";
import { avoidReservedNames, restoreResponseNames } from "./planning/response-names.js";

type Loaded = Awaited<ReturnType<ApolloGateway["load"]>>;

/**
 * Corrects the responses of Apollo Gateway: names that it mixes up (response-names.ts), errors without a code
 * (client-faults.ts) and nulls without an error (report-nulls.ts).
 */
export function correctResponses(
  gateway: ApolloGateway,
  reserved: ReservedNames,
): Pick<ApolloGateway, "load" | "stop" | "onSchemaLoadOrUpdate"> {
  // The server caches parsed documents. What was made of one is kept as long as the document.
  const documents = new WeakMap<DocumentNode, DocumentNode>();
  const withoutConflicts = (document: DocumentNode): DocumentNode => {
    const known = documents.get(document) ?? avoidReservedNames(document, reserved);
    documents.set(document, known);
    return known;
  };
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (): Promise<Loaded> => {
      // The server passes on an APOLLO_KEY from the environment. Apollo Gateway 2.14.4 then logs a warning that it
      // does not use the key. Test: gateway/test/main.test.ts.
      const { schema, executor } = await gateway.load({ apollo: {} });
      return {
        schema,
        executor: async (request) => {
          const document = withoutConflicts(request.document);
          const result = await correctErrors(() => executor({ ...request, document }));
          return document === request.document ? result : restoreResponseNames(result);
        },
      };
    },
  };
}

async function correctErrors(execute: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  try {
    const result = await execute();
    const fault =
      result.data === undefined && result.errors?.map(toClientFault).find((error) => error !== undefined);
    return fault ? { errors: [fault] } : reportNulls(result);
  } catch (error) {
    const fault = toClientFault(error);
    if (!fault) throw error;
    return { errors: [fault] };
  }
}
