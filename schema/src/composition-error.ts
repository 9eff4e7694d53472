import type { ASTNode, GraphQLError } from "graphql";

/** The subgraphs cannot be composed. The message prints every error: its code, where it is, what it is. */
export class CompositionError extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
    super([`The subgraphs do not compose: ${count}.`, ...errors.map(describe)].join("\n\n"));
    this.name = "CompositionError";
  }
}

function describe(error: GraphQLError): string {
  const places = placesOf(error);
  const where = places.length > 0 ? ` in ${places.join(", ")}` : "";
  const text = error.message.replace(/^\[[\w-]+\] /, "");
  return `  ${String(error.extensions["code"] ?? "UNKNOWN")}${where}\n${text.replaceAll(/^/gm, "    ")}`;
}

/** For instance `households (schema/households.graphql:12:3)`; the name alone where no line is known. */
function placesOf(error: GraphQLError): string[] {
  const located = new Map<string, string>();
  for (const node of error.nodes ?? []) {
    const [subgraph, place] = placeOf(node);
    if (!located.has(subgraph)) located.set(subgraph, place);
  }
  located.delete("");
  return located.size > 0 ? [...located.values()] : [...new Set(subgraphsNamedIn(error.message))];
}

// The syntax nodes of a composition error have the name of their subgraph. The first node of a subgraph is the
// place of the error; the error only refers to the others.
function placeOf({ subgraph = "", loc }: ASTNode & { subgraph?: string }): [subgraph: string, place: string] {
  if (!loc) return [subgraph, subgraph];
  const { line, column } = loc.startToken;
  return [subgraph, `${subgraph} (schema/${subgraph}.graphql:${line}:${column})`];
}

/** An error about a path through several subgraphs has no nodes. It names the subgraphs in its text. */
function subgraphsNamedIn(message: string): string[] {
  const prefix = /^\[([\w-]+)\] /.exec(message)?.[1];
  const lists = message.matchAll(/subgraphs? ("[\w-]+"(?:(?:, | and )"[\w-]+")*)/g);
  const quoted = [...lists].flatMap(([, list = ""]) => list.match(/[\w-]+(?=")/g) ?? []);
  return prefix === undefined ? quoted : [prefix, ...quoted];
}
