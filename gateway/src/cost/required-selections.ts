import { buildASTSchema, parse, type DocumentNode, type GraphQLSchema, type SelectionSetNode } from "graphql";
import { joinedFieldsOf } from "../planning/join-directives.js";

/** What `@requires` makes the gateway fetch of an object before a subgraph can be asked for a field of it. */
export interface RequiredSelections {
  /** With what clients do not see. */
  readonly schema: GraphQLSchema;
  /** By the name of the field: "Type.field". One for each subgraph that requires something for it. */
  readonly sets: ReadonlyMap<string, readonly SelectionSetNode[]>;
  /** What they cost, once it was asked for. */
  readonly costs: Map<string, number>;
}

export function readRequiredSelections(supergraph: DocumentNode): RequiredSelections {
  const sets = new Map<string, SelectionSetNode[]>();
  for (const { typeName, field, requires } of joinedFieldsOf(supergraph)) {
    if (requires === undefined) continue;
    const name = `${typeName}.${field.name.value}`;
    sets.set(name, [...(sets.get(name) ?? []), parseSelections(requires)]);
  }
  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  return { schema, sets, costs: new Map() };
}

function parseSelections(text: string): SelectionSetNode {
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  if (definition?.kind !== "OperationDefinition") throw new Error("Expected selections");
  return definition.selectionSet;
}
