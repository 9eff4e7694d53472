import {
  Kind,
  Source,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import type { ClientOperation } from "../execution/operation/client-operation.js";
import type { NodeSequence } from "../execution/used-operation.js";
import { slotsOf, type FreeNames, type NodeSlots } from "./node-slots.js";
import type { NodeTypes } from "./node-types.js";
import { NodeRewriter } from "./rewrite-nodes.js";

/** An operation that says the same without `node`, for one sequence of types. */
export interface RewrittenOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly slots: NodeSlots;
  /** How much it selects. */
  readonly size: number;
}

interface RewritingOptions {
  readonly schema: GraphQLSchema;
  readonly types: NodeTypes;
  readonly sequence: NodeSequence;
}

/** Undefined: the graph has not all types of the sequence. Throws QUERY_TOO_COMPLEX where it would select too much. */
export function rewriteOperation(
  { node, fragments }: ClientOperation,
  { schema, types, sequence }: RewritingOptions,
): RewrittenOperation | undefined {
  const slots = slotsOf(sequence, types, freeNames([node, ...fragments.values()]));
  const root = schema.getRootType(node.operation);
  if (!slots || !root) return undefined;
  const rewriter = new NodeRewriter({ schema, types, fragments, slots });
  const selectionSet = rewriter.set(node.selectionSet, root);
  const used = [...rewriter.fragments.values()];
  const names = new Set([selectionSet, ...used].flatMap(variablesIn));
  const given = (node.variableDefinitions ?? []).filter(({ variable }) => names.has(variable.name.value));
  const ids = [...slots.values()].flat().map(({ variable }) => idVariable(variable));
  const operation: OperationDefinitionNode = {
    ...node,
    ...locationOf(node),
    variableDefinitions: [...given, ...ids],
    selectionSet,
  };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...used] };
  return { document, operation, slots, size: rewriter.sizeOf(selectionSet) };
}

/** The place of the client's operation, with a source of its own: what is kept of it is told apart by that. */
function locationOf({ loc }: OperationDefinitionNode): Pick<OperationDefinitionNode, "loc"> {
  if (!loc) return {};
  const { body, name, locationOffset } = loc.source;
  return { loc: Object.assign(Object.create(loc), { source: new Source(body, name, locationOffset) }) };
}

const idVariable = (name: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
  type: {
    kind: Kind.NON_NULL_TYPE,
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: "ID" } },
  },
});

function variablesIn(part: ASTNode): readonly string[] {
  const names: string[] = [];
  visit(part, { Variable: ({ name }) => void names.push(name.value) });
  return names;
}

/** No name of the document begins so. */
function freeNames(parts: readonly ASTNode[]): FreeNames {
  const names = new Set<string>();
  for (const part of parts) visit(part, { Name: ({ value }) => void names.add(value) });
  const free = (start: string): string =>
    [...names].some((name) => name.startsWith(start)) ? free(`${start}_`) : start;
  return { variable: free("nodeId_"), alias: free("nodes_") };
}
