import type { GraphQLRequest } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { IdentifiedContext } from "./apollo-plugins.js";
import type { Executor, ExecutorRequest, ExecutorResult, Gateway } from "./executable-graph.js";
import { toAnswerText } from "./json-text.js";
import { KnownOperations, type KnownRequest } from "./known-operations.js";
import { WarmUpContext } from "./warm-up.js";

export interface Answer {
  /** As with the media type application/graphql-response+json. */
  readonly status: number;
  readonly text: string;
  /** What the answer says beside its text, such as when to ask again. */
  readonly headers?: ReadonlyMap<string, string>;
  /** Of its errors, one for each. Undefined: there is none. */
  readonly errorCodes?: readonly string[] | undefined;
  readonly hasData: boolean;
}

type FormatError = (error: unknown, requestId: string) => GraphQLFormattedError;

/**
 * Answers operations that were answered before without the request pipeline of Apollo Server 5.5.1, which takes longer
 * than all of HTTP: it hashes the document, runs each plugin's hooks and builds an object of headers, for every request.
 * A plugin of Apollo Server therefore sees an operation once; what has to happen for every request has its place in
 * `createContext` and in the executor. All answers are those of Apollo Server: packages/server/test/direct-answers.test.ts.
 */
export class DirectAnswers {
  /** The graph for Apollo Server. Whatever it lets through to the executor is known from then on. */
  readonly gateway: Gateway;
  readonly #known = new KnownOperations();
  readonly #formatError: FormatError;
  #execute: Executor | undefined;

  constructor(gateway: Gateway, formatError: FormatError) {
    this.#formatError = formatError;
    this.gateway = {
      onSchemaLoadOrUpdate: (callback) =>
        gateway.onSchemaLoadOrUpdate((schema) => {
          this.#known.clear();
          callback(schema);
        }),
      load: async (options) => this.#observe(await gateway.load(options)),
      stop: () => gateway.stop(),
    };
  }

  get kept(): KnownOperations["kept"] {
    return this.#known.kept;
  }

  find(request: GraphQLRequest, isSafe: boolean): KnownRequest | undefined {
    return this.#known.find(request, isSafe);
  }

  async answer({ operation, request }: KnownRequest, context: IdentifiedContext): Promise<Answer> {
    if (!this.#execute) throw new Error("Expected an executor for an operation that is known");
    const result = await this.#execute({ ...operation, request, context, metrics: {} });
    return this.#toAnswer(result, context.requestId, 400);
  }

  /** The answer to a request that failed as a whole. */
  fail(error: unknown, requestId: string): Answer {
    return this.#toAnswer({ errors: [toGraphQLError(error)] }, requestId, 500);
  }

  #observe({ executor }: Awaited<ReturnType<Gateway["load"]>>): { readonly executor: Executor | null } {
    if (!executor) return { executor };
    this.#execute = executor;
    return {
      executor: (request) => {
        this.#known.remember(request);
        return request.context instanceof WarmUpContext
          ? prepare(request, request.context)
          : executor(request);
      },
    };
  }

  /** Where there is no data and no error says otherwise, the status is that of the failure. */
  #toAnswer(result: ExecutorResult, requestId: string, failureStatus: number): Answer {
    const { data, errors, extensions } = result;
    const formatted = errors?.map((error) => this.#formatError(error, requestId));
    const status = errors?.length && data === undefined ? failureStatus : 200;
    const text = toAnswerText({ errors: formatted, data, extensions });
    return {
      status,
      text,
      errorCodes: codesOf(formatted),
      hasData: data !== undefined && data !== null,
      ...errors?.map(headOf).findLast((head) => head !== undefined),
    };
  }
}

/** Of errors as the client gets them. */
export const codesOf = (
  errors: readonly GraphQLFormattedError[] | undefined,
): readonly string[] | undefined =>
  errors?.map(({ extensions }) => String(extensions?.["code"] ?? "INTERNAL"));

async function prepare(request: ExecutorRequest, context: WarmUpContext): Promise<ExecutorResult> {
  await context.prepare(request);
  return {};
}

function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error("An unexpected value was thrown");
  return new GraphQLError(originalError.message, { originalError });
}

/** The HTTP status and headers that an error asks for. */
function headOf({ extensions }: GraphQLError): Pick<Answer, "status" | "headers"> | undefined {
  const http: unknown = extensions?.["http"];
  if (typeof http !== "object" || http === null || !("status" in http)) return undefined;
  if (typeof http.status !== "number") return undefined;
  const headers = "headers" in http && http.headers instanceof Map ? { headers: http.headers } : {};
  return { status: http.status, ...headers };
}
