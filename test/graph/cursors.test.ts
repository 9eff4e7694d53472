import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getNamedType, isEnumType, type GraphQLField } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { officialOf } from "../support/callers.js";
import { root } from "../support/documents.js";
import { startGraph, type GraphUnderTest } from "../support/graph.js";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

type Field = GraphQLField<unknown, unknown>;
const api = buildSchema(readFileSync(join(root, "schema/api.graphql"), "utf8"));
const lists = Object.values(api.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
  args.some(({ name }) => name === "after"),
);

/** The orders of a list, as arguments. One without a choice has one. */
function ordersOf({ args }: Field): readonly string[] {
  const type = args.find(({ name }) => name === "orderBy")?.type;
  const named = type && getNamedType(type);
  return isEnumType(named) ? named.getValues().map(({ name }) => `, orderBy: ${name}`) : [""];
}

/** Each list in each of its orders. */
const ordered = lists.flatMap((list) => ordersOf(list).map((order) => ({ list: list.name, order })));
type Ordered = (typeof ordered)[number];

const pageOf = ({ list, order }: Ordered, more = "") =>
  `query ($after: String) { list: ${list}(first: 3, after: $after${order}${more}) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
}
const idsOf = (data: unknown) => (data as { list: Page }).list.edges.map(({ node }) => node.id);

async function firstCursor(of: Ordered, client: Pick<GraphUnderTest, "expectData"> = graph): Promise<string> {
  const { list } = (await client.expectData(pageOf(of))) as { list: Page };
  return list.edges[0]?.cursor ?? expect.fail(`Expected rows: ${of.list}.`);
}

test("a cursor of another list, of another order, or of a graph with another key is refused by each list", async () => {
  expect(ordered.length).toBeGreaterThan(lists.length);
  const other = await startGraph();
  const foreignCursors = await Promise.all(ordered.map((from) => firstCursor(from, other))).finally(() =>
    other.close(),
  );
  for (const [index, from] of ordered.entries()) {
    const cursor = await firstCursor(from);
    for (const to of ordered) {
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

test.each(ordered.filter(({ list }) => withAreas.includes(list)))(
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
