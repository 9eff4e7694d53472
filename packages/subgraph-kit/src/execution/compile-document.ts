import {
  execute,
  getOperationAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import { compileProgram } from "./compile-program.js";
import type { Program } from "./program.js";
import { readVariables } from "./read-variables.js";
import { runProgram } from "./run-program.js";

interface OperationRequest {
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
  /** What the fields of the query type are read from where they have no resolver. */
  readonly rootValue?: unknown;
}

type ExecuteOperation = (request: OperationRequest) => Promise<ExecutionResult>;

/**
 * Compiles a document that was validated, each operation when it is first asked for. An operation without a program is
 * executed by graphql-js.
 */
export function compileDocument(schema: GraphQLSchema, document: DocumentNode): ExecuteOperation {
  const programs = new Map<string | undefined, Program | null>();
  const programOf = (operationName: string | undefined): Program | null => {
    const known = programs.get(operationName);
    if (known !== undefined) return known;
    const operation = getOperationAST(document, operationName);
    const program = operation ? compileProgram(schema, document, operation) : null;
    // A name of none of the operations comes from a client, and there are any number of them.
    if (operation) programs.set(operationName, program);
    return program;
  };
  return async ({ operationName, variables, context, rootValue }) => {
    const program = programOf(operationName);
    if (!program)
      return execute({
        schema,
        document,
        rootValue,
        contextValue: context,
        variableValues: variables,
        operationName,
      });
    const { coerced, errors } = readVariables(schema, program.operation, variables);
    return coerced ? runProgram(program, { schema, context, rootValue, variables: coerced }) : { errors };
  };
}
