import { Kind, type DefinitionNode, type DocumentNode } from "graphql";

/** Compares by code unit. With localeCompare the order would depend on the machine's language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * Puts the schema first, then the directives, then the types by name. The order in which modules are imported
 * then makes no difference. The members of a type keep the order in which they were written, because the
 * explorer shows them in this order.
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
