import { buildSchema, graphqlSync, parse } from "graphql";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGraphFacts } from "../../src/reports/graph-facts.js";
import { readReport } from "../../src/reports/read-report.js";
import { joinedText } from "../../src/reports/cell-texts.js";
import { naiveTable } from "../support/naive-table.js";
import { reportDocument } from "../support/report-graph.js";

const sdl = `
  type Query { root: Node list: [Node!] page: Nodes }
  type Node { a: Int b: String tags: [String] one: Node many: [Node] others: [Node!] page: Nodes }
  type Nodes { edges: [Edge!]! pageInfo: PageInfo! count: Int }
  type Edge { cursor: String! node: Node! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
`;
const schema = buildSchema(sdl);
const facts = readGraphFacts(schema, parse(sdl));

const toReport = (selection: string) => {
  const text = reportDocument("", `query Generated { ${selection} }`);
  const read = readReport({ name: "generated", file: "generated.graphql", text }, facts);
  if (read?.kind !== "report") throw new Error("Expected a report");
  return read.report;
};

/** Values for any selection: numbers tell the fields apart, lists have none to three items, some of them null. */
function dataOf(random: () => number) {
  const node = (depth: number): unknown => {
    const item = () => (depth > 3 || random() < 0.15 ? null : node(depth + 1));
    const sure = () => node(depth + 1);
    const items = (make: () => unknown) =>
      depth > 3 || random() < 0.1 ? null : Array.from({ length: Math.floor(random() * 4) }, make);
    const page = () => ({
      count: Math.floor(random() * 9),
      pageInfo: { hasNextPage: false },
      edges: (items(sure) ?? []).map((made) => ({ cursor: "c", node: made })),
    });
    return {
      a: Math.floor(random() * 1_000),
      b: random() < 0.2 ? null : `b${Math.floor(random() * 1_000)}`,
      tags: () => items(() => (random() < 0.2 ? null : `t${Math.floor(random() * 9)}`)),
      one: item,
      many: () => items(item),
      others: () => items(sure),
      page,
    };
  };
  const { many, page } = node(1) as { readonly many: () => unknown[] | null; readonly page: () => unknown };
  return { root: () => node(0), list: () => many()?.filter((item) => item !== null) ?? null, page };
}

/** A selection of a node, in which no field is selected twice. */
const selection = fc.letrec<{ node: string }>((tie) => ({
  node: fc
    .uniqueArray(
      fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        fc.constantFrom("a", "b", "tags"),
        fc
          .tuple(fc.constantFrom("one", "many", "others"), tie("node"))
          .map(([name, below]) => `${name} { ${below} }`),
        tie("node").map(
          (below) => `page { count pageInfo { hasNextPage } edges { cursor node { ${below} } } }`,
        ),
      ),
      { minLength: 1, maxLength: 4, selector: (field) => field.split(" ", 1)[0] },
    )
    .map((fields) => fields.join(" ")),
})).node;

const root = fc
  .tuple(fc.constantFrom("root", "list"), selection)
  .map(([name, below]) => `${name} { ${below} }`);

test("the table of any selection is what the rule says, told in another way", () => {
  let [rowsSeen, joinedSeen] = [0, 0];
  fc.assert(
    fc.property(root, fc.integer(), (selected, seed) => {
      const report = toReport(selected);
      const random = mulberry(seed);
      const { data } = graphqlSync({ schema, source: `{ ${selected} }`, rootValue: dataOf(random) });
      const rows = report.rows.rowsOf(data);
      const naive = naiveTable(schema, `{ ${selected} }`, data);
      expect(report.columns.map(({ name }) => name)).toEqual(naive.columns);
      expect(rows.map((row) => row.map((cell) => joinedText(cell)))).toEqual(naive.rows);
      rowsSeen += rows.length > 1 ? 1 : 0;
      joinedSeen += report.columns.some(({ isJoined }) => isJoined) ? 1 : 0;
    }),
    { numRuns: 120, seed: 12 },
  );
  expect(rowsSeen).toBeGreaterThan(20);
  expect(joinedSeen).toBeGreaterThan(20);
});

test("a column whose cells have several values has the kind of these", () => {
  const { columns } = toReport("root { many { a b } others { a } }");
  expect(columns.map(({ kind, isJoined }) => [kind, isJoined])).toEqual([
    ["integer", true],
    ["text", true],
    ["integer", true],
  ]);
});

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("root fields", () => {
  test("that are aliases with the same selection are rows of one table, whatever is null", () => {
    const report = toReport("old: root { a } other: root { a } now: root { a }");
    expect(report.columns.map(({ name }) => name)).toEqual(["root.a"]);
    expect(report.rows.rowsOf({ old: { a: 1 }, other: null, now: { a: 3 } })).toEqual([[1], [3]]);
  });

  test("with other selections stand beside each other", () => {
    const report = toReport("old: root { a } now: root { a b }");
    expect(report.rows.rowsOf({ old: { a: 1 }, now: { a: 2, b: "x" } })).toEqual([[1, 2, "x"]]);
  });
});

test("a list in it that has more items than it was asked for makes the report fail", () => {
  const report = toReport("list { a page { pageInfo { hasNextPage } edges { node { a } } } }");
  const page = (hasNextPage: boolean) => ({ edges: [{ node: { a: 2 } }], pageInfo: { hasNextPage } });
  expect(report.rows.rowsOf({ list: [{ a: 1, page: page(false) }] })).toEqual([[1, 2]]);
  expect(() => report.rows.rowsOf({ list: [{ a: 1, page: page(true) }] })).toThrow(
    /list.page has more items/,
  );
});

test.each<[what: string, selected: string, message: RegExp]>([
  [
    "a connection that does not say whether there are more",
    "page { edges { node { a } } }",
    /expected pageInfo { hasNextPage } in page/,
  ],
  ["an unknown field", "nothing", /Cannot query field "nothing"/],
  [
    "nothing but what pages say of themselves",
    "page { pageInfo { hasNextPage } }",
    /expected a field whose values can be cells/,
  ],
])("%s is no report", (_what, selected, message) => {
  expect(() => toReport(selected)).toThrow(message);
});

test("titles that are the same begin with those of the fields above them", () => {
  const { columns } = toReport("root { a one { a } before: one { a b } }");
  expect(columns.map(({ title }) => title.en)).toEqual(["Root – A", "One – A", "One (Before) – A", "B"]);
});
