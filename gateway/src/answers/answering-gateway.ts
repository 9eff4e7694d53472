import type { ApolloGateway } from "@apollo/gateway";
import { BadUserInputError, ClientError } from "@an-sinh/server/errors";
import type { DocumentNode, ExecutionResult } from "graphql";
import type { ReservedNames } from "../planning/reserved-names.js";
import { withAskedNames, withSafeAliases } from "../planning/safe-aliases.js";
import { reportNulls } from "./report-nulls.js";

type Loaded = Awaited<ReturnType<ApolloGateway["load"]>>;

interface KnownFailure {
  readonly words: RegExp;
  readonly toError: () => ClientError;
}

/** What Apollo Gateway throws, without a code, where the request is at fault. */
const knownFailures: readonly KnownFailure[] = [
  {
    words: /^Exceeded maximum recursive selections|^Number of non-local selections exceeds/,
    toError: () => new ClientError("QUERY_TOO_COMPLEX", "The query selects too much to be planned."),
  },
  {
    words:
      /^(Invalid non-boolean|Unexpected) value .* (for Boolean! variable|for variable .* of @(skip|include))/,
    toError: () => new BadUserInputError('The argument "if" of @skip or @include must not be null.'),
  },
];

/** An Apollo Gateway whose answers are right where its own are not. */
export function answering(
  gateway: ApolloGateway,
  reserved: ReservedNames,
): Pick<ApolloGateway, "load" | "stop" | "onSchemaLoadOrUpdate"> {
  // The server caches parsed documents; what was made of one lives as long as it does.
  const documents = new WeakMap<DocumentNode, DocumentNode>();
  const safe = (document: DocumentNode): DocumentNode => {
    const known = documents.get(document) ?? withSafeAliases(document, reserved);
    documents.set(document, known);
    return known;
  };
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (): Promise<Loaded> => {
      // Not even told of an APOLLO_KEY in the environment.
      const { schema, executor } = await gateway.load({ apollo: {} });
      return {
        schema,
        executor: async (request) => {
          const document = safe(request.document);
          const result = await answer(() => executor({ ...request, document }));
          return document === request.document ? result : withAskedNames(result);
        },
      };
    },
  };
}

async function answer(execute: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  try {
    const result = await execute();
    const known =
      result.data === undefined && result.errors?.map(recognize).find((error) => error !== undefined);
    return known ? { errors: [known] } : reportNulls(result);
  } catch (error) {
    const known = recognize(error);
    if (!known) throw error;
    return { errors: [known] };
  }
}

function recognize(error: unknown): ClientError | undefined {
  if (!(error instanceof Error)) return undefined;
  return knownFailures.find(({ words }) => words.test(error.message))?.toError();
}
