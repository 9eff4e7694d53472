import { execute, parse, type DocumentNode, type ExecutionResult, type GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { RequestContext, type SubgraphCall } from "../context.js";
import type { Database, DatabaseModel } from "../database/database.js";
import { buildFederatedSchema, type SubgraphSchemaOptions } from "./subgraph-schema.js";

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

/** A department's subgraph as it is written: its name, its tables and its resolvers. */
export interface SubgraphDefinition extends SubgraphSchemaOptions {
  readonly name: string;
  readonly model: DatabaseModel;
}

export interface SubgraphOptions extends SubgraphSchemaOptions {
  readonly name: string;
  readonly database: Database;
}

/** A department's graph over its database, ready to be served over HTTP or called in process. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly database: Database;
  createContext(call: SubgraphCall): RequestContext;
  /** Answers a request that the gateway planned: valid by construction, so it is not validated again. */
  execute(request: SubgraphRequest, call: SubgraphCall): Promise<ExecutionResult>;
  close(): Promise<void>;
}

/** The gateway sends few distinct documents: one per fetch of each query plan. */
const cachedDocuments = 2_000;

export async function createSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { name, database } = options;
  const { schema } = await buildFederatedSchema(options);
  const documents = new LRUCache<string, DocumentNode>({ max: cachedDocuments });
  const createContext = (call: SubgraphCall) => new RequestContext(database, call);
  return {
    name,
    schema,
    database,
    createContext,
    execute: async ({ query, variables, operationName }, call) =>
      execute({
        schema,
        document: cached(documents, query),
        contextValue: createContext(call),
        variableValues: variables,
        operationName,
      }),
    close: () => database.close(),
  };
}

function cached(documents: LRUCache<string, DocumentNode>, query: string): DocumentNode {
  const known = documents.get(query);
  if (known) return known;
  const document = parse(query, { noLocation: true });
  documents.set(query, document);
  return document;
}
