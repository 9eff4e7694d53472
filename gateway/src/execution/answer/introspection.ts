import {
  execute,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLSchema,
} from "graphql";
import type { IntrospectionTexts } from "./answer-writer.js";
import { isIntrospection } from "../operation/field-definition.js";
import type { Fragments, SettledOperation, SettledSelection } from "../operation/settled-operation.js";

export interface IntrospectionAnswer {
  readonly texts: IntrospectionTexts;
  readonly errors: readonly GraphQLError[];
}

const nothing: IntrospectionAnswer = { texts: new Map(), errors: [] };

/** The part of an operation that the schema answers. Undefined: there is none. */
export function introspectionDocument(
  { node, selections }: SettledOperation,
  fragments: Fragments,
): DocumentNode | undefined {
  const fields = introspectionFields(selections);
  if (fields.length === 0) return undefined;
  const operation = { ...node, selectionSet: { kind: Kind.SELECTION_SET as const, selections: fields } };
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] };
}

/** Whether the answer depends on a client's values. */
export const hasVariables = ({ definitions }: DocumentNode): boolean =>
  definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.variableDefinitions?.length,
  );

/** Answers `__schema` and `__type`. */
export function introspect(
  schema: GraphQLSchema,
  document: DocumentNode | undefined,
  variableValues: Readonly<Record<string, unknown>>,
): IntrospectionAnswer {
  if (!document) return nothing;
  const result = execute({ schema, document, variableValues, rootValue: {} });
  if (result instanceof Promise) throw new Error("Expected introspection to need no time");
  const { data, errors = [] } = result as Awaited<typeof result>;
  const texts = Object.entries(data ?? {}).map(([name, value]) => [name, JSON.stringify(value)] as const);
  return { texts: new Map(texts), errors };
}

function introspectionFields(selections: readonly SettledSelection[]): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === "fragment") return introspectionFields(selection.selections);
    return isIntrospection(selection.definition) ? [selection.node] : [];
  });
}
