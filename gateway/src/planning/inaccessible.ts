import { Kind, parse, type ConstDirectiveNode, type DefinitionNode, type DocumentNode } from "graphql";
import { readDirective } from "./join-directives.js";

/** What a `@link` of the supergraph says: a specification, and its name here if it is another one. */
interface Link {
  readonly url: string;
  readonly as?: string;
}

const specification = "https://specs.apollo.dev/inaccessible/";

/** The directive that hides a field from the API, and the supergraph with its definition. */
export function withInaccessible(supergraph: DocumentNode): {
  readonly supergraph: DocumentNode;
  readonly inaccessible: ConstDirectiveNode;
} {
  const links = supergraph.definitions.flatMap(directivesOfSchema);
  const known = links.map(readDirective<Link>).find(({ url }) => url.startsWith(specification));
  const inaccessible = toDirective(known?.as ?? "inaccessible");
  return { supergraph: known ? supergraph : withLink(supergraph), inaccessible };
}

function toDirective(name: string): ConstDirectiveNode {
  return { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name } };
}

function withLink(supergraph: DocumentNode): DocumentNode {
  const { definitions } = parse(
    `schema @link(url: "${specification}v0.2", for: SECURITY) { query: Query }
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

function directivesOfSchema(definition: DefinitionNode): readonly ConstDirectiveNode[] {
  return definition.kind === Kind.SCHEMA_DEFINITION ? (definition.directives ?? []) : [];
}
