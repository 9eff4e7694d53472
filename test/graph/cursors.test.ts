import { beforeAll, expect, test } from "vitest";
import { officialOf } from "../support/callers.js";
import { startGraph, type GraphClient } from "../support/graph.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { inRowsOf, nestedLists, orderedLists, type NestedList, type OrderedList } from "../support/lists.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

const pageOf = ({ list, order }: OrderedList, more = "") =>
  `query ($after: String) { list: ${list}(first: 3, after: $after${order}${more}) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
}
const idsOf = (data: unknown) => (data as { list: Page }).list.edges.map(({ node }) => node.id);

async function firstCursor(
  of: OrderedList,
  client: Pick<GraphClient, "expectData"> = graph,
): Promise<string> {
  const { list } = (await client.expectData(pageOf(of))) as { list: Page };
  return list.edges[0]?.cursor ?? expect.fail(`Expected rows: ${of.list}.`);
}

test("a cursor of another list, of another order, or of a graph with another key is refused by each list", async () => {
  expect(orderedLists.length).toBeGreaterThan(new Set(orderedLists.map(({ list }) => list)).size);
  const other = await startGraph();
  const foreignCursors = await Promise.all(orderedLists.map((from) => firstCursor(from, other))).finally(() =>
    other.close(),
  );
  for (const [index, from] of orderedLists.entries()) {
    const cursor = await firstCursor(from);
    for (const to of orderedLists) {
      const { data, errors } = await graph.query(pageOf(to), { after: cursor });
      const asked = `${from.list}${from.order} for ${to.list}${to.order}`;
      if (from === to) expect(errors, asked).toBeUndefined();
      else expect([data, errors?.[0]?.extensions["code"]], asked).toEqual([{ list: null }, "BAD_USER_INPUT"]);
    }
    const { errors } = await graph.query(pageOf(from), { after: foreignCursors[index] });
    expect(errors?.[0]?.extensions, from.list).toMatchObject({ code: "BAD_USER_INPUT", argument: "after" });
  }
});

/** Lists of rows that have areas. The others give everyone the same. */
const withAreas = ["households", "loans", "meritoriousRecords", "savingsGroups"];
const ofUnit = ', filter: { administrativeUnit: "262@0" }';

test.each(orderedLists.filter(({ list }) => withAreas.includes(list)))(
  "$list $order: behind a cursor of another caller or filter each gets what the own list has there",
  async (of) => {
    const own = graph.as(officialOf("262@0"));
    const elsewhere = graph.as(officialOf("22@0"));
    const { list } = (await own.expectData(pageOf(of))) as { list: Page };
    expect(list.edges).toHaveLength(3);
    for (const { cursor } of list.edges) {
      const expected = idsOf(await own.expectData(pageOf(of), { after: cursor }));
      expect(expected.length).toBeGreaterThan(0);
      expect(idsOf(await graph.expectData(pageOf(of, ofUnit), { after: cursor }))).toEqual(expected);
      const others = await elsewhere.query(pageOf(of), { after: cursor });
      expect(idsOf(others.data).filter((id) => expected.includes(id))).toEqual([]);
      expect((await elsewhere.expectData(pageOf(of, ofUnit), { after: cursor }))["list"]).toMatchObject({
        edges: [],
      });
    }
  },
);

interface Parent {
  readonly inner: Page | null;
}
const parentsIn = (data: unknown) =>
  (data as { list: { edges: { node: Parent }[] } | null }).list?.edges.map(({ node }) => node.inner) ?? [];
const nestedPages = (of: NestedList, first: number) =>
  `query ($after: String) { ${inRowsOf(of, `inner: ${of.inner}(first: ${first}, after: $after) { edges { cursor node { id } } }`)} }`;

async function nestedCursor(of: NestedList): Promise<string> {
  const pages = parentsIn(await graph.expectData(nestedPages(of, 2)));
  const page = pages.find((each) => (each?.edges.length ?? 0) > 1);
  return page?.edges[0]?.cursor ?? expect.fail(`Expected rows: ${of.inner}.`);
}

test("a nested list refuses the cursors of all other lists, and they refuse its cursors", async () => {
  expect(nestedLists.length).toBeGreaterThan(3);
  const cursors = await Promise.all(nestedLists.map(nestedCursor));
  const others = await Promise.all(orderedLists.map((from) => firstCursor(from)));
  for (const [index, to] of nestedLists.entries()) {
    for (const after of [...cursors.toSpliced(index, 1), ...others]) {
      const { data, errors } = await graph.query(nestedPages(to, 1), { after });
      expect(parentsIn(data).filter((page) => page !== null)).toEqual([]);
      expect(new Set(errors?.map(({ extensions }) => extensions["code"]))).toEqual(
        new Set(["BAD_USER_INPUT"]),
      );
    }
    for (const list of orderedLists) {
      const { data, errors } = await graph.query(pageOf(list), { after: cursors[index] });
      expect([data, errors?.[0]?.extensions["code"]]).toEqual([{ list: null }, "BAD_USER_INPUT"]);
    }
  }
});

test.each(nestedLists)(
  "$outer $inner: behind the cursor of another parent each has rows of its own only",
  async (of) => {
    const own = parentsIn(await graph.expectData(nestedPages(of, 100)));
    const after = await nestedCursor(of);
    const behind = parentsIn(await graph.expectData(nestedPages(of, 3), { after }));
    const ids = (page: Page | null | undefined) => page?.edges.map(({ node }) => node.id) ?? [];
    expect(behind).toHaveLength(own.length);
    expect(behind.flatMap(ids).length).toBeGreaterThan(0);
    for (const [index, page] of behind.entries())
      expect(ids(own[index])).toEqual(expect.arrayContaining(ids(page)));
  },
);
