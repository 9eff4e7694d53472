import { Kind, type ConstDirectiveNode, type DefinitionNode, type DocumentNode } from "graphql";
import { readDirective } from "./join-directives.js";

/** What a `@link` of the supergraph says: a specification, and its names here where they are others. */
interface Link {
  readonly url?: string;
  readonly as?: string;
  readonly import?: readonly (string | { readonly name: string; readonly as?: string })[];
}

/**
 * How a supergraph calls the directive of a specification of that name. Undefined: it does not use it. `publisher` is
 * where its URL begins.
 */
export function linkedDirective(
  supergraph: DocumentNode,
  specification: string,
  publisher = "https://specs.apollo.dev/",
): string | undefined {
  const prefix = `${publisher}${specification}/`;
  const link = supergraph.definitions
    .flatMap(directivesOfSchema)
    .map(readDirective<Link>)
    .find(({ url }) => url?.startsWith(prefix));
  if (!link) return undefined;
  const imported = link.import?.find(
    (item): item is { name: string; as?: string } =>
      typeof item === "object" && item.name === `@${specification}`,
  );
  return imported?.as?.slice(1) ?? link.as ?? specification;
}

export function directivesOfSchema(definition: DefinitionNode): readonly ConstDirectiveNode[] {
  return definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
    ? (definition.directives ?? [])
    : [];
}
