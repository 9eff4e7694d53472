import type { GraphQLRequest } from "@apollo/server";
import { Kind } from "graphql";
import { LRUCache } from "lru-cache";
import type { ExecutorRequest } from "./executable-graph.js";
import { variableError } from "./variable-error.js";

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

/** A longer document is not kept, so that a few of them cannot drive out all others. */
export const longestKept = 64 * 1024;

/** Remembers operations by the text of their document and the name that the client gave. */
export class KnownOperations {
  readonly #documents = new LRUCache<string, Operations>({
    maxSize: maxCharacters,
    maxEntrySize: longestKept,
    sizeCalculation: (_operations, source) => source.length,
  });

  remember(asked: ExecutorRequest): void {
    const { response: _response, ...others } = asked;
    // Each request has its own. V8 copies an object ten times as fast where the copy gets no further keys.
    const operation = { ...others, request: {}, context: {}, metrics: {} };
    const operations: Operations = this.#documents.get(asked.source) ?? new Map();
    for (const name of namesOf(asked)) operations.set(name, operation);
    this.#documents.set(asked.source, operations);
  }

  /** How many documents are kept, and their characters together. */
  get kept(): { readonly entries: number; readonly size: number } {
    return { entries: this.#documents.size, size: this.#documents.calculatedSize };
  }

  clear(): void {
    this.#documents.clear();
  }

  /** Undefined where anything in a request is new or wrong: then Apollo Server has to answer it. */
  find(asked: GraphQLRequest, isSafe: boolean): KnownRequest | undefined {
    const { query, operationName, variables = {} } = asked;
    if (query === undefined) return undefined;
    const operation = this.#documents.get(query)?.get(operationName);
    if (!operation || (isSafe && operation.operation.operation !== "query")) return undefined;
    if (variableError(operation.schema, operation.operation, variables)) return undefined;
    return { operation, request: { query, operationName, variables } };
  }
}

/** The names by which a client may choose the operation. The only one of a document needs none. */
function namesOf({ document, operation, request }: ExecutorRequest): readonly (string | undefined)[] {
  const { length } = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return length === 1 ? [undefined, operation.name?.value] : [request.operationName];
}
