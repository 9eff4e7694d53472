import { Kind, type ConstArgumentNode, type ConstDirectiveNode, type NameNode } from "graphql";

export const toName = (value: string): NameNode => ({ kind: Kind.NAME, value });

/** A `@join__field` that says nothing but the subgraph. */
export function joinFieldOf(graph: string): ConstDirectiveNode {
  const bare: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: toName("join__field") };
  return withArgument(bare, "graph", { kind: Kind.ENUM, value: graph });
}

/** The directive with an argument, in place of the one of that name. */
export function withArgument(
  directive: ConstDirectiveNode,
  name: string,
  value: ConstArgumentNode["value"],
): ConstDirectiveNode {
  const others = directive.arguments?.filter((given) => given.name.value !== name) ?? [];
  return { ...directive, arguments: [...others, { kind: Kind.ARGUMENT, name: toName(name), value }] };
}

/** The directive with some of its arguments. */
export function keepArguments(directive: ConstDirectiveNode, names: readonly string[]): ConstDirectiveNode {
  return {
    ...directive,
    arguments: directive.arguments?.filter(({ name }) => names.includes(name.value)) ?? [],
  };
}
