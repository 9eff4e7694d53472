import { ClientError } from "@an-sinh/server/errors";
import type { Executor, ExecutorRequest, ExecutorResult } from "@an-sinh/server/executable-graph";
import { namedValues } from "../execution/operation/client-operation.js";
import type { NodeSequence } from "../execution/used-operation.js";
import type { GatewayRequest } from "../gateway-request.js";
import { readAskedNodes } from "./asked-nodes.js";
import { NodeGathering } from "./gather-nodes.js";
import type { NodeOperation, NodeOperations } from "./node-operations.js";
import { sequenceOf } from "./node-slots.js";
import type { RewrittenOperation } from "./rewritten-operation.js";

interface NodeOptions {
  readonly operations: NodeOperations;
  /** Called with the characters of an operation that was not rewritten before. Undefined: any may be. */
  readonly admit: ((context: GatewayRequest, characters: number) => Promise<void>) | undefined;
  /** Called where an operation is refused before it is rewritten. The error takes the place of the first one. */
  readonly refused:
    | {
        record(
          request: ExecutorRequest,
          error: ClientError,
          context: GatewayRequest,
        ): Promise<ClientError | undefined>;
      }
    | undefined;
}

/** A selection takes as long to rewrite and plan as so many characters of a document that a client wrote. */
const charactersOfSelection = 50;

/**
 * The executor, for operations with `node`: each is executed as one with the root fields of the types that its ids name,
 * so that all rules of those fields hold, and its answer is put where the client asked for it. For any other operation,
 * this is one look-up.
 */
export function withNodes(execute: Executor, options: NodeOptions): Executor {
  const { operations } = options;
  return (request) => {
    const { document, operation } = request;
    const found = operation && operations.of(document, operation);
    return found ? answerOrRefuse(execute, request, found, options) : execute(request);
  };
}

async function answerOrRefuse(
  execute: Executor,
  request: ExecutorRequest,
  found: NodeOperation,
  options: NodeOptions,
): Promise<ExecutorResult> {
  try {
    return await answer(execute, request, found, options);
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    const context = request.context as unknown as GatewayRequest;
    const failure = await options.refused?.record(request, error, context);
    const isOfField = !failure && error.path !== undefined;
    return { ...(isOfField && { data: null }), errors: [failure ?? error] };
  }
}

/** Throws `ClientError` where the operation is refused before it is executed. */
async function answer(
  execute: Executor,
  request: ExecutorRequest,
  found: NodeOperation,
  options: NodeOptions,
): Promise<ExecutorResult> {
  const values = namedValues(found.client, request.request.variables ?? {});
  const asked = readAskedNodes(found.client, values, options.operations.types);
  const { sequence, ids, positions } = sequenceOf(asked);
  const context = request.context as unknown as GatewayRequest;
  const rewritten = await rewrittenFor(found, sequence, context, options);
  const variables = { ...values };
  const slots = [...rewritten.slots.values()].flat();
  for (const [index, { variable }] of slots.entries()) variables[variable] = ids[index];
  const result = await execute(toRequest(request, rewritten, { sequence, variables }));
  const gathering = new NodeGathering(asked, rewritten.slots, positions);
  return gathered(result, gathering);
}

async function rewrittenFor(
  found: NodeOperation,
  sequence: NodeSequence,
  context: GatewayRequest,
  { operations, admit }: NodeOptions,
): Promise<RewrittenOperation> {
  const known = operations.known(found, sequence);
  if (known) return known;
  const made = operations.rewrite(found, sequence);
  if (!made) throw new Error("Expected the types that the graph has");
  await admit?.(context, made.size * charactersOfSelection);
  operations.keep(found, sequence, made);
  return made;
}

/** Apollo Gateway keeps its plans by the hash of the document. */
const toRequest = (
  request: ExecutorRequest,
  { document, operation }: RewrittenOperation,
  { sequence, variables }: { readonly sequence: NodeSequence; readonly variables: Record<string, unknown> },
): ExecutorRequest => ({
  ...request,
  document,
  operation,
  queryHash: `${request.queryHash} ${JSON.stringify(sequence)}`,
  request: { ...request.request, variables },
});

function gathered(result: ExecutorResult, gathering: NodeGathering): ExecutorResult {
  const errors = gathering.errors(result.errors, result.data !== undefined);
  return {
    ...result,
    ...(result.data !== undefined && { data: gathering.data(result.data) as ExecutorResult["data"] }),
    ...(errors.length > 0 && { errors }),
    ...(result.extensions && { extensions: gathering.extensions(result.extensions) }),
  };
}
