import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway, type GatewayUnderTest } from "./support/gateway.js";

const echo = {
  name: "echo",
  sdl: `
    scalar Any
    type Query { echo(text: String, list: [Int], filter: Filter, any: Any): Int }
    input Filter { text: String, list: [String], filter: Filter }
  `,
  resolvers: { Query: { echo: () => 1 } },
};

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway([echo], "local");
});
afterAll(() => gateway[Symbol.asyncDispose]());

const query =
  "query Q($text: String, $list: [Int], $filter: Filter, $any: Any) { echo(text: $text, list: $list, filter: $filter, any: $any) }";
const nested = (levels: number): object => (levels === 0 ? {} : { below: nested(levels - 1) });

test.each([
  { variables: { text: "x".repeat(10_001) }, most: "10000 characters in a text" },
  { variables: { filter: { filter: { text: "x".repeat(10_001) } } }, most: "10000 characters in a text" },
  { variables: { list: Array.from({ length: 1_001 }, () => 1) }, most: "1000 items in a list" },
  { variables: { any: nested(40) }, most: "32 levels" },
])("the variables $most at most", async ({ variables, most }) => {
  const name = Object.keys(variables)[0] ?? "";
  // The second request of an operation takes another way than the first.
  for (const _ of [1, 2]) {
    expect((await gateway.query(query, variables)).errors).toEqual([
      {
        message: `Variable "$${name}" is too large: expected at most ${most}.`,
        extensions: { code: "BAD_USER_INPUT" },
      },
    ]);
    await gateway.query(query, {});
  }
});

const inLists = (levels: number) => `any: ${"[".repeat(levels)}1${"]".repeat(levels)}`;
const inObjects = (levels: number) => `any: ${"{ a: ".repeat(levels)}1${" }".repeat(levels)}`;

test.each([
  { value: `text: "${"x".repeat(10_001)}"`, most: "10000 characters in a text, but got: 10001" },
  { value: `list: [${"1 ".repeat(1_001)}]`, most: "1000 items in a list, but got: 1001" },
  { value: inLists(7), most: "6 lists in each other, but got: 7" },
  { value: inObjects(33), most: "32 objects in each other, but got: 33" },
])("a document has $most", async ({ value, most }) => {
  expect((await gateway.query(`{ echo(${value}) }`)).errors).toEqual([
    {
      message: `The query is too large: expected at most ${most}.`,
      extensions: { code: "QUERY_TOO_COMPLEX" },
    },
  ]);
});

test("of a value that is nested too deeply nothing is planned, which would take twice as long for each list", async () => {
  for (const value of [inLists(22), `any: [{ a: ${"[{ a: [".repeat(9)}${"] }]".repeat(9)} }]`]) {
    const { errors } = await gateway.query(`{ echo(${value}) }`);
    expect(errors?.[0]?.message).toMatch(/^The query is too large: expected at most 6 lists in each other/);
  }
  const { errors } = await gateway.query(`query ($a: Any = ${inLists(22).slice(5)}) { echo(any: $a) }`);
  expect(errors?.[0]?.extensions["code"]).toBe("QUERY_TOO_COMPLEX");
});

test("what is as large as allowed arrives", async () => {
  const variables = {
    text: "x".repeat(10_000),
    list: Array.from({ length: 1_000 }, () => 1),
    any: nested(31),
  };
  expect(await gateway.query(query, variables)).toEqual({ data: { echo: 1 } });
  expect(await gateway.query(`{ echo(${inLists(6)}) }`)).toEqual({ data: { echo: 1 } });
  expect(await gateway.query(`{ echo(${inObjects(32)}) }`)).toEqual({ data: { echo: 1 } });
});

test("the name of an operation has at most 200 characters", async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "query Q { echo }", operationName: "Q".repeat(201) }),
  });
  expect(await response.text()).toContain("expected at most 200 characters as `operationName`");
});
