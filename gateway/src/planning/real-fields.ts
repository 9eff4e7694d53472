import { Kind, parse, visit, type ArgumentNode, type OperationDefinitionNode } from "graphql";
import type { VirtualField } from "./virtual-fields.js";

/** The operation as a subgraph has to be asked: `price__1: price(currency: "USD")` in place of `price__1`. */
export function withRealFields(
  operation: OperationDefinitionNode,
  virtualFields: ReadonlyMap<string, VirtualField>,
): OperationDefinitionNode {
  if (virtualFields.size === 0) return operation;
  return visit(operation, {
    Field: (field) => {
      const virtual = virtualFields.get(field.name.value);
      if (!virtual) return undefined;
      return {
        ...field,
        alias: field.alias ?? field.name,
        name: { kind: Kind.NAME as const, value: virtual.field },
        arguments: parseArguments(virtual.arguments),
      };
    },
  });
}

function parseArguments(text: string): readonly ArgumentNode[] {
  const [operation] = parse(`{ field${text} }`, { noLocation: true }).definitions;
  const field =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : undefined;
  return field?.kind === Kind.FIELD ? (field.arguments ?? []) : [];
}
