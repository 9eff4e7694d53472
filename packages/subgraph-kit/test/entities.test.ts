import { compileDocument } from "@an-sinh/subgraph-kit/execution/compile-document";
import { executableSchema } from "@an-sinh/subgraph-kit/federation/executable-schema";
import { KeyLoader } from "@an-sinh/subgraph-kit/loaders/key-loader";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse } from "graphql";
import { expect, test } from "vitest";

const typeDefs = parse(`type Query { text: String }  type Household @key(fields: "id") { id: ID! }`);
const document = parse(
  "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Household { id } } }",
);

test.each(["Query", "Note", "__Type", "Size", "Nothing"])(
  "%s in a representation is no entity",
  async (__typename) => {
    const entities = buildSubgraphSchema(
      parse(`
        type Query { note: Note }  type Note { text: String }  enum Size { SMALL }
        type Household @key(fields: "id") { id: ID! }
      `),
    );
    const names = parse("query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }");
    const ask = (name: string) =>
      compileDocument(
        entities,
        names,
      )({ operationName: undefined, variables: { of: [{ __typename: name, id: "1" }] }, context: {} });
    expect(await ask("Household")).toEqual({ data: { _entities: [{ __typename: "Household" }] } });
    expect((await ask(__typename)).errors).toHaveLength(1);
  },
);

test.each([
  { of: [{ __typename: "Household", id: "1" }] },
  { of: { __typename: "Household", id: "1" } },
  { of: [] },
  { of: [null] },
  { of: null },
  {},
])("representations are read as graphql-js reads them: %j", async (variables) => {
  const entities = buildSubgraphSchema(typeDefs);
  const expected = await execute({ schema: entities, document, variableValues: variables });
  const ask = compileDocument(entities, document);
  const answer = await ask({ operationName: undefined, variables, context: {} });
  expect(JSON.stringify(answer)).toBe(JSON.stringify(expected));
});

test("entities are loaded together, and one without a value fails alone", async () => {
  const batches: unknown[] = [];
  const loader = new KeyLoader<string, object | null>(async (ids) => {
    batches.push(ids);
    return ids.map((id) => (id === "none" ? null : id === "bad" ? new Error("no value") : { id }));
  });
  const resolvers = { Household: { __resolveReference: ({ id }: { id: string }) => loader.get(id) } };
  const entities = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  const of = ["1", "bad", "none", "1", "2"].map((id) => ({ __typename: "Household", id }));
  const answer = await compileDocument(
    entities,
    document,
  )({ operationName: undefined, variables: { of }, context: {} });
  expect(answer).toMatchObject({
    data: { _entities: [{ id: "1" }, null, null, { id: "1" }, { id: "2" }] },
    errors: [{ message: "no value", path: ["_entities", 1] }],
  });
  expect(batches).toEqual([["1", "bad", "none", "2"]]);
});

test.each([
  ["by programs", "{ __typename }"],
  ["by graphql-js", "{ __typename @include(if: true) }"],
])("%s, nothing is resolved where a representation names no entity", async (_, selection) => {
  let resolved = 0;
  const resolveReference = () => Promise.reject(new Error(`${++resolved} resolved`));
  const resolvers = { Household: { __resolveReference: resolveReference } };
  const schema = executableSchema(typeDefs, resolvers, () => typeDefs);
  const names = parse(`query ($of: [_Any!]!) { _entities(representations: $of) ${selection} }`);
  const of = [{ __typename: "Household", id: "1" }, { __typename: "Nothing" }];
  const ask = compileDocument(schema, names);
  const { errors } = await ask({ operationName: undefined, variables: { of }, context: {} });
  expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_ERROR" } }]);
  expect(resolved).toBe(0);
});
