import { Kind, type ConstDirectiveNode, type DefinitionNode, type DocumentNode } from "graphql";
import { readDirective } from "./join-directives.js";

interface ImportedName {
  readonly name: string;
  readonly as?: string;
}

/** What a `@link` of the supergraph says: a specification, and its names here where they are others. */
interface Link {
  readonly url?: string;
  readonly as?: string;
  readonly import?: readonly (string | ImportedName)[];
}

/** Where the URLs of our own specifications begin. */
export const ownSpecifications = "https://an-sinh.example/specs/";

interface LinkedName {
  /** Where the URL of the specification begins. */
  readonly publisher?: string;
  /** Default: the one with the name of the specification. */
  readonly directive?: string;
}

/** How a supergraph calls a directive of the specification of that name. Undefined: it does not use the specification. */
export function linkedDirective(
  supergraph: DocumentNode,
  specification: string,
  { publisher = "https://specs.apollo.dev/", directive = specification }: LinkedName = {},
): string | undefined {
  const prefix = `${publisher}${specification}/`;
  const link = supergraph.definitions
    .flatMap(directivesOfSchema)
    .map(readDirective<Link>)
    .find(({ url }) => url?.startsWith(prefix));
  if (!link) return undefined;
  const imported = (link.import ?? [])
    .map((item) => (typeof item === "object" ? item : { name: item }))
    .find(({ name }) => name === `@${directive}`);
  if (imported) return (imported.as ?? imported.name).slice(1);
  const prefixed = link.as ?? specification;
  return directive === specification ? prefixed : `${prefixed}__${directive}`;
}

export function directivesOfSchema(definition: DefinitionNode): readonly ConstDirectiveNode[] {
  return definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
    ? (definition.directives ?? [])
    : [];
}
