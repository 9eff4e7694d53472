import { BadUserInputError } from "@an-sinh/server/errors";
import { Kind, valueFromASTUntyped, type FieldNode, type GraphQLError, type SelectionSetNode } from "graphql";
import {
  conditionValues,
  type ClientOperation,
  type Variables,
} from "../execution/operation/client-operation.js";
import { isIncluded } from "../execution/operation/settled-operation.js";
import { readNodeId } from "./node-id.js";
import { mostNodes } from "./node-schema.js";
import { manyNodes, nodeIdField, oneNode, type NodeTypes } from "./node-types.js";

/** One object that an operation asks for. */
interface AskedNode {
  readonly typeName: string;
  readonly id: string;
  /** Its place in the list. 0 for `node`. */
  readonly position: number;
}

/** A `node` or `nodes` of an operation, by the name that it has in the answer. */
export interface AskedField {
  readonly isList: boolean;
  /** How many ids there are. */
  readonly length: number;
  /** Those that name something. */
  readonly asked: readonly AskedNode[];
}

export interface AskedNodes {
  /** The root fields of the answer, in their order. Undefined: it is no `node` and no `nodes`. */
  readonly fields: ReadonlyMap<string, AskedField | undefined>;
  /** About the ids that name nothing. */
  readonly errors: readonly GraphQLError[];
}

/** Reads what an operation asks of `node` and `nodes`, with the values of its variables. Throws BAD_USER_INPUT where it is too much. */
export function readAskedNodes(operation: ClientOperation, values: Variables, types: NodeTypes): AskedNodes {
  const errors: GraphQLError[] = [];
  const fields = new Map<string, AskedField | undefined>();
  let count = 0;
  for (const [key, field] of includedFields(operation, values)) {
    const name = field.name.value;
    const isNode = operation.node.operation === "query" && (name === oneNode || name === manyNodes);
    const ids = isNode ? idsOf(field, operation, values) : [];
    count += ids.length;
    if (count > mostNodes) throw tooManyNodes(key, name);
    fields.set(key, isNode ? readField(key, name === manyNodes, ids, types, errors) : undefined);
  }
  return { fields, errors };
}

function readField(
  key: string,
  isList: boolean,
  ids: readonly unknown[],
  types: NodeTypes,
  errors: GraphQLError[],
): AskedField {
  const asked = ids.flatMap((id, position): readonly AskedNode[] => {
    const named = typeof id === "string" ? readNodeId(id) : undefined;
    if (named && types.has(named.typeName)) return [{ ...named, position }];
    errors.push(noNodeId(isList ? [key, position] : [key], isList ? "ids" : "id"));
    return [];
  });
  return { isList, length: ids.length, asked };
}

/** The root fields that `@skip` and `@include` let be, each under its name in the answer. */
export function includedFields(
  operation: ClientOperation,
  values: Variables,
): ReadonlyMap<string, FieldNode> {
  const conditions = conditionValues(operation, values);
  const fields = new Map<string, FieldNode>();
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        if (!fields.has(key)) fields.set(key, selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = operation.fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.node.selectionSet);
  return fields;
}

/** The values of the only argument, as the client gave them. A single value counts as a list of one. */
function idsOf(field: FieldNode, { node }: ClientOperation, values: Variables): readonly unknown[] {
  const defaults = new Map(
    node.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  const valueOf = (name: string): unknown => {
    if (Object.hasOwn(values, name)) return values[name];
    const byDefault = defaults.get(name);
    return byDefault && valueFromASTUntyped(byDefault);
  };
  const given = field.arguments?.[0]?.value;
  if (field.name.value === manyNodes && given?.kind === Kind.VARIABLE && valueOf(given.name.value) === null)
    throw noNodeId([field.alias?.value ?? manyNodes], "ids");
  const items = given?.kind === Kind.LIST ? given.values : given ? [given] : [];
  return items.flatMap((item) =>
    item.kind === Kind.VARIABLE ? valueOf(item.name.value) : valueFromASTUntyped(item),
  );
}

const noNodeId = (path: readonly (string | number)[], argument: string): BadUserInputError =>
  new BadUserInputError(`${argument}: expected a ${nodeIdField} that this graph has answered.`, {
    path,
    extensions: { argument },
  });

function tooManyNodes(key: string, name: string): BadUserInputError {
  const argument = name === manyNodes ? "ids" : "id";
  const message = `${argument}: expected at most ${mostNodes} objects by ${oneNode} and ${manyNodes} in an operation.`;
  return new BadUserInputError(message, { path: [key], extensions: { argument } });
}
