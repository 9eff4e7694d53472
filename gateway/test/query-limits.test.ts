import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway, type GatewayUnderTest } from "./support/gateway.js";

const tree = {
  name: "tree",
  sdl: "type Query { node: Node x: Int } type Node { id: Int below: Node }",
  resolvers: { Query: { node: () => ({ id: 1 }), x: () => 1 } },
};

let gateway: GatewayUnderTest;
let stock: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway([tree], "local");
  stock = await startGateway([tree], "local", { executor: "stock" });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await stock[Symbol.asyncDispose]();
});

const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join(" ");
const nested = (levels: number) => `{ node ${"{ below ".repeat(levels)} { id } ${"}".repeat(levels)} }`;

const tooLarge = [
  { what: "2,000 aliases", query: `{ ${times(2_000, (i) => `a${i}: x`)} }` },
  {
    what: "101 root fields in a fragment",
    query: `{ ...F } fragment F on Query { ${times(101, (i) => `a${i}: x`)} }`,
  },
  { what: "aliases below the root", query: `{ node { ${times(301, (i) => `a${i}: id`)} } }` },
  { what: "60 levels", query: nested(60) },
  { what: "3,000 levels", query: nested(3_000) },
  { what: "100,000 levels", query: nested(100_000) },
  { what: "5,000 times the same field", query: `{ node { ${"id ".repeat(5_000)} } }` },
  { what: "990 times the same field, within the limit", query: `{ node { ${"id ".repeat(990)} } }` },
  { what: "9,000 brackets", query: `{ x(a: ${"[".repeat(9_000)}) }` },
  { what: "more tokens than allowed", query: `{ x ${"# \n x ".repeat(10_001)} }` },
  {
    what: "fragments that double 50 times",
    query: `{ node { ...F0 } } ${times(50, (i) => `fragment F${i} on Node { ...F${i + 1} ...F${i + 1} }`)} fragment F50 on Node { id }`,
  },
  {
    what: "a chain of 1,000 fragments",
    query: `{ node { ...F0 } } ${times(1_000, (i) => `fragment F${i} on Node { ...F${i + 1} }`)} fragment F1000 on Node { id }`,
  },
  {
    what: "600 fragments side by side",
    query: `{ node { ${times(600, (i) => `...F${i}`)} } } ${times(600, (i) => `fragment F${i} on Node { id }`)}`,
  },
  { what: "51 operations", query: times(51, (i) => `query Q${i} { x }`) },
  { what: "an alias of 201 characters", query: `{ ${"a".repeat(201)}: x }` },
  { what: "a variable of 201 characters", query: `query ($${"a".repeat(201)}: Int) { x }` },
  {
    what: "a large fragment that nothing uses",
    query: `{ x } fragment F on Node { ${"id ".repeat(5_000)} }`,
  },
];

test.each(tooLarge)("$what is too complex, for each executor", async ({ query }) => {
  for (const { data, errors } of [await gateway.query(query), await stock.query(query)]) {
    expect({ data, code: errors?.[0]?.extensions["code"] }).toEqual({
      data: undefined,
      code: "QUERY_TOO_COMPLEX",
    });
    expect(errors?.[0]?.message).toMatch(/^The query is too large: /);
  }
});

const cycle = (length: number, back: string) =>
  `{ node { ...F0 } } ${times(length, (i) => `fragment F${i} on Node { ...F${(i + 1) % length} ${back} }`)}`;

test.each([
  { what: "4,000 directives at a field", query: `{ x ${"@a ".repeat(4_000)} }` },
  { what: "1,000 times @skip at a field", query: `{ x ${"@skip(if: false) ".repeat(1_000)} }` },
  { what: "4,000 directives at an operation", query: `query ${"@a ".repeat(4_000)} { x }` },
  { what: "4,000 directives at a variable", query: `query ($a: Int ${"@a ".repeat(4_000)}) { x }` },
  { what: "3,000 arguments of a directive", query: `{ x @skip(${times(3_000, (i) => `a${i}: 1`)}) }` },
  { what: "3,000 times an argument", query: `{ x(${"a: 1 ".repeat(3_000)}) }` },
  { what: "2,000 variables", query: `query (${times(2_000, (i) => `$a${i}: Int`)}) { x }` },
  { what: "a type in 4,000 lists", query: `query ($a: ${"[".repeat(4_000)}Int${"]".repeat(4_000)}) { x }` },
  { what: "a cycle of 400 fragments", query: cycle(400, "") },
  { what: "a cycle of 400 fragments that each lead back", query: cycle(400, "...F0") },
  {
    what: "60 fragments that all spread all",
    query: cycle(
      60,
      times(60, (i) => `...F${i}`),
    ),
  },
])("$what: the answer is a short error, for each executor", async ({ query }) => {
  for (const asked of [gateway, stock]) {
    const { data, errors } = await asked.query(query);
    expect(data).toBeUndefined();
    expect(["GRAPHQL_VALIDATION_FAILED", "QUERY_TOO_COMPLEX"]).toContain(errors?.[0]?.extensions["code"]);
    expect(JSON.stringify(errors).length).toBeLessThan(300_000);
  }
});

test("a fragment that spreads itself is rejected by validation", async () => {
  const { errors } = await gateway.query(
    "{ node { ...A } } fragment A on Node { below { ...B } } fragment B on Node { below { ...A } }",
  );
  expect(errors?.[0]).toMatchObject({
    message: 'Cannot spread fragment "A" within itself via "B".',
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });
});

test("the message says what was allowed and what came", async () => {
  const { errors } = await gateway.query(nested(60));
  expect(errors?.[0]?.message).toBe(
    "The query is too large: expected at most 30 levels of fields, but got: 62.",
  );
});

test("25 levels, 100 root fields and an introspection query are within the limits", async () => {
  const answers = [nested(25), `{ ${times(100, (i) => `a${i}: x`)} }`, getIntrospectionQuery()].map((query) =>
    gateway.query(query),
  );
  for (const { errors } of await Promise.all(answers)) expect(errors).toBeUndefined();
});

test("fields of a fragment that is spread below the root are no root fields", async () => {
  const { errors } = await gateway.query(
    `{ node { ...F } } fragment F on Node { ${times(101, (i) => `a${i}: id`)} }`,
  );
  expect(errors).toBeUndefined();
});

test("a document that is too large is not validated further", async () => {
  const { errors } = await gateway.query(`{ node { ${"nope ".repeat(2_000)} } }`);
  expect(errors).toHaveLength(1);
});

test("with introspection off, the schema cannot be read and names are not suggested", async () => {
  await using closed = await startGateway([tree], "local", { introspection: false });
  const [schema, typo] = await Promise.all([
    closed.query("{ __schema { types { name } } }"),
    closed.query("{ nod { id } }"),
  ]);
  expect(schema.errors?.[0]?.message).toContain("The schema cannot be read here");
  expect(typo.errors?.[0]?.message).toBe('Cannot query field "nod" on type "Query".');
});
