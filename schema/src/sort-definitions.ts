import { Kind, type DefinitionNode, type DocumentNode } from "graphql";

// Not localeCompare: the order must not depend on the machine's language.
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * The schema first, then directives, then the types by name, so that the order in which modules are
 * imported does not show. Members stay in the order in which their authors wrote them: it is the order
 * in which a reader meets them in the explorer.
 */
export function sortDefinitions(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.toSorted(
    (a, b) => rank(a) - rank(b) || compareText(nameOf(a), nameOf(b)) || compareText(a.kind, b.kind),
  );
  return { ...document, definitions };
}

function rank({ kind }: DefinitionNode): number {
  if (kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION) return 0;
  return kind === Kind.DIRECTIVE_DEFINITION ? 1 : 2;
}

const nameOf = (node: DefinitionNode): string => ("name" in node ? (node.name?.value ?? "") : "");
