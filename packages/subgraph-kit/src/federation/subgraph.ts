import { randomBytes } from "node:crypto";
import { BadUserInputError } from "@an-sinh/server/errors";
import type { Tracing } from "@an-sinh/server/tracing/tracing";
import { variableError } from "@an-sinh/server/variable-error";
import {
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import { RequestContext, type SubgraphCall } from "../context.js";
import type { Database, DatabaseModel } from "../database/database.js";
import { Cursors } from "../cursors/cursors.js";
import { sealKeyLength } from "../cursors/seal.js";
import type { Totals } from "../totals/totals.js";
import { compileDocument } from "../execution/compile-document.js";
import { observedOperation } from "../observation/observed-operation.js";
import { buildFederatedSchema, type SubgraphSchemaOptions } from "./subgraph-schema.js";

/** Answers a query that was parsed and validated before. */
type PreparedOperation = (
  variables: Record<string, unknown> | undefined,
  operationName: string | undefined,
  call: SubgraphCall,
) => Promise<ExecutionResult>;

/** A subgraph as its code declares it: its name, its tables and its resolvers. */
export interface SubgraphDefinition extends SubgraphSchemaOptions {
  readonly name: string;
  readonly model: DatabaseModel;
  /** What is kept beside its rows for its statistics. Undefined: nothing. */
  readonly totals?: readonly Totals[];
}

interface SubgraphOptions extends SubgraphSchemaOptions {
  readonly name: string;
  readonly database: Database;
  /** Of 32 bytes. Cursors stay valid where it is the same. Default: one of its own. */
  readonly cursorKey?: Uint8Array | undefined;
  /** Undefined: nothing is traced. */
  readonly tracing?: Tracing | undefined;
  /** Is called for each SQL statement that is sent for a call. */
  readonly onStatement?: (() => void) | undefined;
}

/** A subgraph over its database. It can be served over HTTP or called in this process. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly database: Database;
  createContext(call: SubgraphCall): RequestContext;
  /** Compiles a document that was validated. */
  compile(document: DocumentNode): ReturnType<typeof compileDocument>;
  /** Parses and validates a query, to be answered in this process. Throws where it is no GraphQL. */
  prepare(query: string): PreparedOperation;
  close(): Promise<void>;
}

export async function createSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { name, database, cursorKey = randomBytes(sealKeyLength) } = options;
  const { schema } = await buildFederatedSchema(options);
  const cursors = new Cursors(cursorKey);
  const compile = (document: DocumentNode) =>
    observedOperation(compileDocument(schema, document), name, options.tracing);
  const createContext = (call: SubgraphCall) =>
    new RequestContext(database, call, cursors, options.onStatement);
  return {
    name,
    schema,
    database,
    createContext,
    compile,
    prepare: (query) => prepare(schema, query, compile, createContext),
    close: () => database.close(),
  };
}

/** Validates as well: the gateway's fetches fit the schema, but it does not know the scalars, so a day may be wrong. */
function prepare(
  schema: GraphQLSchema,
  query: string,
  compile: Subgraph["compile"],
  createContext: Subgraph["createContext"],
): PreparedOperation {
  const document = parse(query);
  const errors = validate(schema, document);
  if (errors.length > 0) return async () => ({ errors });
  const execute = compile(document);
  return async (variables = {}, operationName, call) => {
    const response = await execute({ operationName, variables, context: createContext(call) });
    if (response.data !== undefined) return response;
    // Nothing was executed. The reason is told as over HTTP, without the value.
    const operation = getOperationAST(document, operationName);
    const error = operation && variableError(schema, operation, variables);
    return error ? { errors: [new BadUserInputError(error.message, { nodes: error.nodes })] } : response;
  };
}
