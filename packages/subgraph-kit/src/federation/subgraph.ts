import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from "graphql";
import { LRUCache } from "lru-cache";
import { RequestContext, type SubgraphCall } from "../context.js";
import type { Database, DatabaseModel } from "../database/database.js";
import { buildFederatedSchema, type SubgraphSchemaOptions } from "./subgraph-schema.js";

interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

/** A subgraph as its code declares it: its name, its tables and its resolvers. */
export interface SubgraphDefinition extends SubgraphSchemaOptions {
  readonly name: string;
  readonly model: DatabaseModel;
}

interface SubgraphOptions extends SubgraphSchemaOptions {
  readonly name: string;
  readonly database: Database;
}

/** A subgraph over its database. It can be served over HTTP or called in this process. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly database: Database;
  createContext(call: SubgraphCall): RequestContext;
  /** Answers a request in this process. A document is parsed and validated once, when it is first seen. */
  execute(request: SubgraphRequest, call: SubgraphCall): Promise<ExecutionResult>;
  close(): Promise<void>;
}

/** The gateway sends few distinct documents: one per fetch of each query plan. */
const cachedDocuments = 2_000;

export async function createSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { name, database } = options;
  const { schema } = await buildFederatedSchema(options);
  const documents = new LRUCache<string, CheckedDocument>({ max: cachedDocuments });
  const createContext = (call: SubgraphCall) => new RequestContext(database, call);
  return {
    name,
    schema,
    database,
    createContext,
    execute: async ({ query, variables, operationName }, call) => {
      const { document, errors } = checked(schema, documents, query);
      if (errors.length > 0) return { errors };
      const contextValue = createContext(call);
      return execute({ schema, document, contextValue, variableValues: variables, operationName });
    },
    close: () => database.close(),
  };
}

interface CheckedDocument {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
}

/** Validates as well: the gateway's fetches fit the schema, but it does not know the scalars, so a day may be wrong. */
function checked(
  schema: GraphQLSchema,
  documents: LRUCache<string, CheckedDocument>,
  query: string,
): CheckedDocument {
  const known = documents.get(query);
  if (known) return known;
  const document = parse(query);
  const fresh = { document, errors: validate(schema, document) };
  documents.set(query, fresh);
  return fresh;
}
