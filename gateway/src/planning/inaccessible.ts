import { Kind, parse, type ConstDirectiveNode, type DocumentNode } from "graphql";
import { directivesOfSchema, linkedDirective } from "./links.js";

/** The directive that hides a field from the API, and the supergraph with its definition. */
export function withInaccessible(supergraph: DocumentNode): {
  readonly supergraph: DocumentNode;
  readonly inaccessible: ConstDirectiveNode;
} {
  const known = linkedDirective(supergraph, "inaccessible");
  const inaccessible = toDirective(known ?? "inaccessible");
  return { supergraph: known === undefined ? withLink(supergraph) : supergraph, inaccessible };
}

function toDirective(name: string): ConstDirectiveNode {
  return { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name } };
}

function withLink(supergraph: DocumentNode): DocumentNode {
  const { definitions } = parse(
    `schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY) { query: Query }
    directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION`,
    { noLocation: true },
  );
  const added = definitions.flatMap(directivesOfSchema);
  const linked = supergraph.definitions.map((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION
      ? { ...definition, directives: [...(definition.directives ?? []), ...added] }
      : definition,
  );
  const directive = definitions.filter(({ kind }) => kind === Kind.DIRECTIVE_DEFINITION);
  return { ...supergraph, definitions: [...linked, ...directive] };
}
