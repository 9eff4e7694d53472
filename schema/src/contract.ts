import {
  Kind,
  visit,
  type ASTNode,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
} from "graphql";

/** What the graph that is served hides from clients: all that a subgraph tags with one of these names. */
export const hiddenTags: readonly string[] = ["internal"];

const inaccessible: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "inaccessible" },
};

/**
 * The contract variant of a subgraph: what has one of the tags is `@inaccessible` in it. So composition checks that
 * nothing that clients see refers to it.
 */
export const contractOf = (subgraph: DocumentNode, tags: readonly string[]): DocumentNode =>
  visit(subgraph, {
    leave: (node: ASTNode) => {
      const directives = "directives" in node ? (node.directives ?? []) : [];
      if (!directives.some((directive) => hasTag(directive, tags))) return undefined;
      return { ...node, directives: [...directives, inaccessible] };
    },
  });

function hasTag({ name, arguments: given = [] }: DirectiveNode, tags: readonly string[]): boolean {
  const value = given[0]?.value;
  return name.value === "tag" && value?.kind === Kind.STRING && tags.includes(value.value);
}
