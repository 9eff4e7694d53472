import { ClientError } from "@an-sinh/server/errors";
import { getOperationAST, Kind, type DocumentNode, type SelectionSetNode } from "graphql";
import type { ClientOperation } from "../execution/operation/client-operation.js";
import type { NodeSequence, UsedOperation } from "../execution/used-operation.js";
import { includedFields } from "./asked-nodes.js";
import type { NodeOperation, NodeOperations } from "./node-operations.js";
import { manyNodes, nodeInterface, oneNode, type NodeTypes } from "./node-types.js";

/**
 * The documents that are executed for an operation as it was used, or as it is expected to be: that of the client, or
 * what is made of it where it has a `node`. None where nobody can say what it will ask for.
 */
export function executedDocuments(
  operations: NodeOperations | undefined,
  { operationName, nodes }: UsedOperation,
  document: DocumentNode,
): readonly DocumentNode[] {
  const operation = getOperationAST(document, operationName);
  const found = operation && operations?.of(document, operation);
  if (!operations || !found) return [document];
  const sequences = nodes ? [nodes] : expectedSequences(found.client, operations.types);
  return sequences.flatMap((sequence) => keptDocument(operations, found, sequence));
}

function keptDocument(
  operations: NodeOperations,
  found: NodeOperation,
  sequence: NodeSequence,
): readonly DocumentNode[] {
  const known = operations.known(found, sequence);
  if (known) return [known.document];
  const made = orNone(() => operations.rewrite(found, sequence));
  if (!made) return [];
  operations.keep(found, sequence, made);
  return [made.document];
}

/** Of one `node`: each type that has a fragment directly in it. Of several, and of lists, too much is possible. */
function expectedSequences(client: ClientOperation, types: NodeTypes): readonly NodeSequence[] {
  if (client.node.operation !== "query") return [[]];
  const fields = [...(orNone(() => includedFields(client, {})) ?? [])];
  const asking = fields.filter(([, { name }]) => name.value === oneNode || name.value === manyNodes);
  const [first] = asking;
  if (!first) return [[]];
  const [key, { name, selectionSet }] = first;
  if (asking.length > 1 || name.value === manyNodes || !selectionSet) return [];
  const expected = [...typesIn(selectionSet, client)].filter((typeName) => types.has(typeName));
  return expected.map((typeName) => [[key, false, [typeName]]]);
}

/** The types of the fragments in the selections of a `node`. */
function typesIn(given: SelectionSetNode, { fragments }: ClientOperation): ReadonlySet<string> {
  const found = new Set<string>();
  const spread = new Set<string>();
  const read = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) continue;
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      if (isSpread && spread.has(selection.name.value)) continue;
      if (isSpread) spread.add(selection.name.value);
      const fragment = isSpread ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value ?? nodeInterface;
      if (condition !== nodeInterface) found.add(condition);
      else if (fragment) read(fragment.selectionSet);
    }
  };
  read(given);
  return found;
}

/** Undefined: the operation would be refused. */
function orNone<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof ClientError) return undefined;
    throw error;
  }
}
