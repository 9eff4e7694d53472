import {
  buildSchema,
  execute,
  GraphQLError,
  parse,
  type ExecutionResult,
  type GraphQLFieldResolver,
} from "graphql";
import { find, nodeId, nodeTypes, shop } from "./shop.js";

const bad = (argument: string) =>
  new GraphQLError("no nodeId", { extensions: { code: "BAD_USER_INPUT", argument } });

const ids = new Map(
  nodeTypes.flatMap((type) => ["1", "2", "3", "404"].map((id) => [nodeId(type, id), find(type, id) ?? null])),
);
const nodeOf = (id: string, argument: string) => (ids.has(id) ? ids.get(id) : bad(argument));

const ofSubgraphs = Object.assign({}, ...shop.map(({ resolvers }) => resolvers["Query"])) as Record<
  string,
  GraphQLFieldResolver<unknown, unknown>
>;
const roots: Record<string, GraphQLFieldResolver<unknown, unknown>> = {
  ...ofSubgraphs,
  node: (_, { id }) => {
    const found = nodeOf(String(id), "id");
    if (found instanceof Error) throw found;
    return found;
  },
  nodes: (_, args) => (args["ids"] as string[]).map((id) => nodeOf(id, "ids")),
};

/** What graphql-js answers over the same rows as one graph, whose `node` finds a row by its type and its id. */
export function wholeShop(
  apiSdl: string,
): (query: string, variables: Record<string, unknown>) => ExecutionResult {
  const schema = buildSchema(apiSdl);
  return (query, variableValues) =>
    execute({
      schema,
      document: parse(query),
      variableValues,
      fieldResolver: (source, args, context, info) => {
        if (info.parentType.name === "Query") return roots[info.fieldName]?.(source, args, context, info);
        const value = (source as Record<string, unknown>)[info.fieldName];
        return typeof value === "function" ? (value as () => unknown)() : value;
      },
      typeResolver: (value) => (value as Readonly<Record<string, string>>)["__typename"],
    }) as ExecutionResult;
}
