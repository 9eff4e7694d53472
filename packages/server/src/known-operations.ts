import { LRUCache } from "lru-cache";
import type { ExecutorRequest } from "./executable-graph.js";
import { variableError } from "./variable-error.js";

type Fields = Record<string, unknown>;

/** A request for an operation that Apollo Server has parsed, validated and let through to the executor before. */
export interface KnownRequest {
  /** What an executor is asked, with nothing of any request in it. */
  readonly operation: ExecutorRequest;
  readonly request: ExecutorRequest["request"];
}

/** By the name that the client gave. */
type Operations = Map<string | undefined, ExecutorRequest>;

/** The syntax tree of a document takes some 40 times the memory of its text. */
const maxCharacters = 1024 * 1024;

/** Remembers operations by the text of their document and the name that the client gave. */
export class KnownOperations {
  readonly #documents = new LRUCache<string, Operations>({
    maxSize: maxCharacters,
    sizeCalculation: (_operations, source) => source.length,
  });

  remember(asked: ExecutorRequest): void {
    const { response: _response, ...others } = asked;
    // Each request has its own. V8 copies an object ten times as fast where the copy gets no further keys.
    const operation = { ...others, request: {}, context: {}, metrics: {} };
    const operations: Operations = this.#documents.get(asked.source) ?? new Map();
    this.#documents.set(asked.source, operations.set(asked.request.operationName, operation));
  }

  clear(): void {
    this.#documents.clear();
  }

  /** Undefined where anything in the body of a request is new or wrong: then Apollo Server has to answer it. */
  find(body: unknown): KnownRequest | undefined {
    if (!isObject(body) || typeof body["query"] !== "string") return undefined;
    const { query, operationName = null, variables = null, extensions = null } = body;
    if (extensions !== null && (!isObject(extensions) || "persistedQuery" in extensions)) return undefined;
    if (operationName !== null && typeof operationName !== "string") return undefined;
    if (variables !== null && !isObject(variables)) return undefined;
    const request = { query, operationName: operationName ?? undefined, variables: variables ?? {} };
    const operation = this.#documents.get(query)?.get(request.operationName);
    if (!operation || variableError(operation.schema, operation.operation, request.variables))
      return undefined;
    return { operation, request };
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
