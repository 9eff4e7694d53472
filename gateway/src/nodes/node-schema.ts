import { extendSchema, parse, type GraphQLSchema } from "graphql";
import { manyNodes, nodeIdField, nodeInterface, oneNode, type NodeTypes } from "./node-types.js";

/** How many objects an operation may ask for by `node` and `nodes` together. */
export const mostNodes = 100;

/**
 * How much an operation with them may select in all, what is selected of objects counted for each. A larger plan would not
 * be kept: execution/programs.ts.
 */
export const mostSelections = 3_000;

const sdl = `
"""
An object of a type that has a root field by its own \`id\`. \`${oneNode}\` and \`${manyNodes}\` give it by its \`${nodeIdField}\`, with the rights, the rules and the costs of that field.
"""
interface ${nodeInterface} {
  "Names the object among all objects of the graph. Opaque and stable."
  ${nodeIdField}: ID!
}

extend type Query {
  """
  The object with this \`${nodeIdField}\`, of whatever type. Null: it is not on record, or the caller may not see it. Of its type the caller may see what the root field of the type shows. A text that is no \`${nodeIdField}\` of the graph is BAD_USER_INPUT. An operation may ask for at most ${mostNodes} objects by \`${oneNode}\` and \`${manyNodes}\` together.
  """
  ${oneNode}(
    "A \`${nodeIdField}\` that the graph has answered. An \`id\` is none."
    id: ID!
  ): ${nodeInterface}

  """
  The objects with these \`${nodeIdField}\`s, in the order of the list, as \`${oneNode}\` gives each. Null in the list: the object is not on record, or the caller may not see it. Where a text is no \`${nodeIdField}\` of the graph, its place is null, and the error there is BAD_USER_INPUT. So is a list with more than ${mostNodes} of them, for which nothing is answered. A field that is selected counts for each of them, and more than ${mostSelections} together are QUERY_TOO_COMPLEX: ask for fewer at a time.
  """
  ${manyNodes}(
    "At most ${mostNodes}. One that stands twice is answered twice."
    ids: [ID!]!
  ): [${nodeInterface}]!
}
`;

/** What clients see: the API of a supergraph with `node` and `nodes` for the given types. */
export function withNodes(api: GraphQLSchema, types: NodeTypes): GraphQLSchema {
  if (types.size === 0) return api;
  const extensions = [...types.keys()].map((name) => `extend type ${name} implements ${nodeInterface}`);
  const document = parse([sdl, ...extensions].join("\n"), { noLocation: true });
  return extendSchema(api, document, { assumeValid: true, assumeValidSDL: true });
}
