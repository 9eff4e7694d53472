import { compileDocument } from "@an-sinh/subgraph-kit/execution/compile-document";
import { compileProgram } from "@an-sinh/subgraph-kit/execution/compile-program";
import { KeyLoader } from "@an-sinh/subgraph-kit/loaders/key-loader";
import type { Selection } from "@an-sinh/subgraph-kit/execution/program";
import * as fc from "fast-check";
import {
  buildSchema,
  execute,
  getOperationAST,
  isObjectType,
  isScalarType,
  parse,
  validate,
  type ExecutionResult,
} from "graphql";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";

/*
 * What programs answer is compared with what graphql-js answers, over generated operations and generated values: null,
 * values of the wrong type, errors, promises, and lists of all these. Where null was put around an error, the executors
 * may tell different ones of the errors below it. Each has to tell at least one.
 */

/*
 * graphql 16.15.0 forgets the promises of a list's items where a later item fails at once, so their errors are handled by
 * nobody.
 */
const listeners = process.listeners("unhandledRejection");
beforeAll(() => {
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", () => undefined);
});
afterAll(async () => {
  await setImmediate();
  process.removeAllListeners("unhandledRejection");
  for (const listener of listeners) process.on("unhandledRejection", listener);
});

const schema = buildSchema(`
  scalar Day
  enum Size { SMALL LARGE }
  input Given { text: String = "left out", sizes: [Size!] }
  interface Named { text: String }
  type Node implements Named {
    id: ID!  text: String  count: Int!  share: Float  isOpen: Boolean  day: Day  size: Size
    texts: [String!]  grid: [[Int]!]
    node: Node  sure: Node!  nodes: [Node!]  grids: [[Node]!]!
    echo(text: String = "left out", given: Given, count: Int): String
  }
  type Query { node: Node  sure: Node!  nodes: [Node]  named: Named }
`);
const day = schema.getType("Day");
if (isScalarType(day)) {
  day.serialize = (value) => {
    if (typeof value === "string") return value;
    throw new Error("Expected a day");
  };
}
const node = schema.getType("Node");
if (isObjectType(node)) node.getFields()["echo"]!.resolve = (_source, args) => JSON.stringify(args);

/** The loaders of one request, which answer with the key, and how many batches they were sent. */
function createLoaders() {
  const loaders = { batches: 0, good: loaderOf((key) => key), bad: loaderOf(() => new Error("no value")) };
  function loaderOf(valueOf: (key: unknown) => unknown) {
    return new KeyLoader<unknown, unknown>(async (keys) => {
      loaders.batches += 1;
      return keys.map(valueOf);
    });
  }
  return loaders;
}
type Loaders = ReturnType<typeof createLoaders>;

/** How a resolver gives a value. */
const given = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: value },
    {
      weight: 3,
      arbitrary: value.map(
        (key) =>
          (_: unknown, { good }: Loaders) =>
            good.get(key),
      ),
    },
    {
      weight: 1,
      arbitrary: value.map(
        (key) =>
          (_: unknown, { bad }: Loaders) =>
            bad.get(key),
      ),
    },
    {
      weight: 1,
      arbitrary: value.map(
        (key) =>
          async (_: unknown, { good }: Loaders) =>
            good.get(key),
      ),
    },
    { weight: 2, arbitrary: value.map((later) => () => Promise.resolve(later)) },
    { weight: 1, arbitrary: value.map((now) => () => now) },
    { weight: 1, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        () => {
          throw new Error("thrown");
        },
        () => Promise.reject(new Error("rejected")),
        () => new Error("returned"),
        Symbol("wrong"),
      ),
    },
  );

const list = (item: fc.Arbitrary<unknown>) => given(fc.array(item, { maxLength: 3 }));
const item = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 6, arbitrary: value },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(new Error("an item")) },
  );

const { source } = fc.letrec((tie) => ({
  source: fc.oneof({ depthSize: "small", withCrossShrink: true }, fc.constant({}), tie("full")),
  full: fc.record(
    {
      id: given(fc.constantFrom("a", 1)),
      text: given(fc.constantFrom("a text", 5, true)),
      count: given(fc.constantFrom(1, "2", 1.5, 2 ** 40)),
      share: given(fc.constantFrom(0.5, "x")),
      isOpen: given(fc.constantFrom(true, 1, "yes")),
      day: given(fc.constantFrom("2025-01-01", 5)),
      size: given(fc.constantFrom("SMALL", "HUGE")),
      texts: list(item(fc.constantFrom("a", "b"))),
      grid: list(item(fc.array(item(fc.constantFrom(1, 2)), { maxLength: 2 }))),
      node: given(tie("source")),
      sure: given(tie("source")),
      nodes: list(item(tie("source"))),
      grids: list(item(fc.array(item(tie("source")), { maxLength: 2 }))),
    },
    { noNullPrototype: true },
  ),
}));

const leaf = fc.constantFrom(
  "id",
  "text",
  "count",
  "share",
  "isOpen",
  "day",
  "size",
  "texts",
  "grid",
  "other: text",
  "__typename",
  "echo",
  "echo2: echo(given: { sizes: [SMALL] }, text: null)",
  "echo3: echo(text: $text, count: $count)",
);
const { selection } = fc.letrec<{ selection: string; field: string }>((tie) => ({
  selection: fc
    .array(tie("field"), { minLength: 1, maxLength: 4 })
    .map((fields) => `{ ${fields.join(" ")} }`),
  field: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc
      .tuple(fc.constantFrom("node", "sure", "nodes", "grids", "again: nodes"), tie("selection"))
      .map((of) => of.join(" ")),
    tie("selection").map((fields) => `... on Node ${fields}`),
    tie("selection").map((fields) => `... on Named { ... on Node ${fields} }`),
    fc.constant("... Shared"),
    leaf.map((name) => `${name} @include(if: $flag)`),
  ),
}));
const operation = fc
  .array(fc.tuple(fc.constantFrom("node", "sure", "nodes", "a: node"), selection), {
    minLength: 1,
    maxLength: 3,
  })
  .map(
    (fields) => `query ($text: String, $count: Int = 7, $flag: Boolean = true) {
      ${fields.map((of) => of.join(" ")).join(" ")} used: node { echo(text: $text, count: $count) id @include(if: $flag) }
    } fragment Shared on Node { id sure { text size } }`,
  );

type Path = readonly (string | number)[];

/** The place of the null that an error put into the data. */
function nullAt(data: unknown, path: Path): string {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth).join(".");
    value = (value as Record<string | number, unknown>)[key];
  }
  return path.join(".");
}

/** An answer with what both executors have to tell: the data, and the errors that nothing around them hides. */
function comparable({ data, errors = [] }: ExecutionResult) {
  const told = errors.map(({ message, path = [], locations }) => {
    const at = nullAt(data, path);
    return at === path.join(".") ? JSON.stringify({ at, message, locations }) : at;
  });
  return { data: JSON.stringify(data), errors: [...new Set(told)].toSorted() };
}

const withoutDirectives = (document: string) => document.replaceAll("@include(if: $flag)", "");

test("programs answer as graphql-js does", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      operation,
      fc.record({ node: given(source), sure: given(source), nodes: list(item(source)) }),
      fc.boolean(),
      async (text, rootValue, hasDirectives) => {
        const document = parse(
          hasDirectives ? text : withoutDirectives(text).replace(", $flag: Boolean = true", ""),
        );
        if (validate(schema, document).length > 0) return;
        const variableValues = { text: "given" };
        const loaders = createLoaders();
        const expected = await execute({
          schema,
          document,
          variableValues,
          rootValue,
          contextValue: loaders,
        });
        const ask = compileDocument(schema, document);
        // What is read once for all requests is there at the second.
        for (let request = 0; request < 2; request += 1) {
          const context = createLoaders();
          const answer = await ask({
            operationName: undefined,
            variables: variableValues,
            context,
            rootValue,
          });
          expect(comparable(answer)).toEqual(comparable(expected));
          // Once null is certain, graphql-js asks for nothing more.
          if (!expected.errors) expect(context.batches).toBeLessThanOrEqual(loaders.batches);
        }
        compared += 1;
      },
    ),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(200);
});

const programOf = (text: string) => {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return compileProgram(schema, document, getOperationAST(document)!);
};

test.each([
  "{ node { id __typename nodes { ...on Named { text } } } }",
  "query ($t: String) { sure { echo(text: $t) } }",
])("%s has a program", (text) => expect(programOf(text)).not.toBeNull());

test.each([
  "{ node { id @skip(if: false) } }",
  "{ named { text } }",
  "{ __schema { description } }",
  "{ __proto__: node { id } }",
])("%s is left to graphql-js", (text) => expect(programOf(text)).toBeNull());

test("a fragment that another spreads twice is compiled once", () => {
  const program = programOf(`{ node { ...A } }
    fragment A on Node { one: node { ...B } other: node { ...B } } fragment B on Node { node { id } }`);
  const selectionIn = (of: Selection | undefined, index: number) => {
    const completion = of?.steps[index]?.completion;
    return completion?.kind === "object" ? completion.selection : undefined;
  };
  const ofNode = selectionIn(program?.selection, 0);
  const [one, other] = [0, 1].map((index) => selectionIn(selectionIn(ofNode, index), 0));
  expect(one).toBeDefined();
  expect(other).toBe(one);
});

test("a list that throws while it is read is an error of its field", async () => {
  const schemaOfList = buildSchema("type Query { list: [Int]  other: Int }");
  function* broken() {
    yield 1;
    throw new Error("Broken.");
  }
  const ask = compileDocument(schemaOfList, parse("{ list other }"));
  const rootValue = { list: async () => broken(), other: 2 };
  const { data, errors } = await ask({ operationName: undefined, variables: {}, context: {}, rootValue });
  expect(data).toEqual({ list: null, other: 2 });
  expect(errors).toMatchObject([{ message: "Broken.", path: ["list"] }]);
});

test("a property that throws is an error of its field", async () => {
  const schemaOfParts = buildSchema(
    "type Query { part: Part }  type Part { id: ID  size: Int  whole: Part }",
  );
  const document = parse("{ part { id size whole { id } } }");
  const rootValue = {
    part: {
      id: "1",
      get size() {
        throw new Error("No size.");
      },
      get whole() {
        throw new Error("No whole.");
      },
    },
  };
  const ask = compileDocument(schemaOfParts, document);
  const answer = await ask({ operationName: undefined, variables: {}, context: {}, rootValue });
  const expected = await execute({ schema: schemaOfParts, document, rootValue });
  expect(comparable(answer)).toEqual(comparable(expected));
});

test("arguments that all requests share cannot be changed by a resolver", async () => {
  const schemaOfList = buildSchema("type Query { rest(of: [Int!]!): [Int] }");
  const ask = compileDocument(schemaOfList, parse("{ rest(of: [1, 2, 3]) }"));
  const rootValue = { rest: ({ of }: { of: number[] }) => of.splice(1) };
  const answer = () => ask({ operationName: undefined, variables: {}, context: {}, rootValue });
  expect((await answer()).errors).toHaveLength(1);
  expect(await answer()).toEqual(await answer());
});
