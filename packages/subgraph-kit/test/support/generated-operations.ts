import { KeyLoader } from "@an-sinh/subgraph-kit/loaders/key-loader";
import * as fc from "fast-check";
import { buildSchema, isObjectType, isScalarType } from "graphql";

/** What generated operations ask. */
export const schema = buildSchema(`
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
export function createLoaders() {
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
/** The text of a query. It may be invalid. */
export const operation = fc
  .array(fc.tuple(fc.constantFrom("node", "sure", "nodes", "a: node"), selection), {
    minLength: 1,
    maxLength: 3,
  })
  .map(
    (fields) => `query ($text: String, $count: Int = 7, $flag: Boolean = true) {
      ${fields.map((of) => of.join(" ")).join(" ")} used: node { echo(text: $text, count: $count) id @include(if: $flag) }
    } fragment Shared on Node { id sure { text size } }`,
  );

/** What the root fields of an operation resolve to. */
export const rootValues = fc.record({
  node: given(source),
  sure: given(source),
  nodes: list(item(source)),
});
