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
import type { Fragments } from "../operation/fragments.js";
import type { SettledOperation, SettledSelection } from "../operation/settled-operation.js";

interface IntrospectionAnswer {
  readonly texts: IntrospectionTexts;
  readonly errors: readonly GraphQLError[];
}

const nothing: IntrospectionAnswer = { texts: new Map(), errors: [] };

/** The part of an operation that the schema answers. */
export class Introspection {
  readonly #schema: GraphQLSchema;
  /** Undefined: it asks for nothing. */
  readonly #document: DocumentNode | undefined;
  /** Undefined: the answer depends on a client's values. */
  readonly #answer: IntrospectionAnswer | undefined;

  constructor(schema: GraphQLSchema, operation: SettledOperation, fragments: Fragments) {
    this.#schema = schema;
    this.#document = introspectionDocument(operation, fragments);
    if (!operation.node.variableDefinitions?.length) this.#answer = introspect(schema, this.#document, {});
  }

  /** What the answers need that are kept. An estimate. */
  get bytes(): number {
    const { texts } = this.#answer ?? nothing;
    return [...texts.values()].reduce((sum, text) => sum + 2 * text.length, 0);
  }

  /** The answers to `__schema` and `__type`. */
  answer(variables: Readonly<Record<string, unknown>>): IntrospectionAnswer {
    return this.#answer ?? introspect(this.#schema, this.#document, variables);
  }
}

/** Undefined: the operation asks for nothing that the schema answers. */
function introspectionDocument(
  { node, selections }: SettledOperation,
  fragments: Fragments,
): DocumentNode | undefined {
  const fields = introspectionFields(selections);
  if (fields.length === 0) return undefined;
  const operation = { ...node, selectionSet: { kind: Kind.SELECTION_SET as const, selections: fields } };
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] };
}

function introspect(
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
