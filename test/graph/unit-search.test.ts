import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

interface Found {
  readonly administrativeUnits: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[];
  };
}

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

const query = `query ($search: String, $level: AdministrativeLevel, $on: Date, $first: Int, $after: String) {
  administrativeUnits(first: $first, after: $after, filter: { search: $search, level: $level, on: $on }) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id name } } } }`;

const search = async (variables: Record<string, unknown>) =>
  ((await graph.expectData(query, { first: 100, ...variables })) as unknown as Found).administrativeUnits;
const idsOf = ({ edges }: Found["administrativeUnits"]) => edges.map(({ node }) => node.id);

test.each(["bac ninh", "BẮC NINH", "Bắc Nin", " tinh  bac-ninh ", "Ba\u0306\u0301c Ninh"])(
  "%o finds both provinces of that name, before all communes",
  async (typed) => {
    const found = await search({ search: typed, first: 2 });
    expect(found.edges.map(({ node }) => node)).toEqual([
      { id: "24@2025-07-01", name: "Tỉnh Bắc Ninh" },
      { id: "27@0", name: "Tỉnh Bắc Ninh" },
    ]);
  },
);

test("đ is found as d, and what is typed begins at a word", async () => {
  expect(idsOf(await search({ search: "da nang", level: "PROVINCE", on: "2025-12-31" }))).toEqual([
    "48@2025-07-01",
  ]);
  expect(idsOf(await search({ search: "a nang", level: "PROVINCE" }))).toEqual([]);
});

test("level and day narrow what is found", async () => {
  expect(idsOf(await search({ search: "bac ninh", level: "PROVINCE", on: "2025-06-30" }))).toEqual(["27@0"]);
  expect(idsOf(await search({ search: "ba vi", level: "DISTRICT" }))).toEqual(["271@0"]);
});

test("pages follow each other without gaps, from districts to communes", async () => {
  const whole = idsOf(await search({ search: "soc son" }));
  const first = await search({ search: "soc son", first: 1 });
  const rest = await search({ search: "soc son", after: first.pageInfo.endCursor });
  expect(whole.length).toBeGreaterThan(2);
  expect([...idsOf(first), ...idsOf(rest)]).toEqual(whole);
  expect(first.totalCount).toBe(whole.length);
});

test.each(["%", "_", "…"])("%o has no word, and finds nothing", async (typed) => {
  expect((await search({ search: typed })).totalCount).toBe(0);
});

test.each(["'", "\\", "x' OR '1'='1", "a%", "z".repeat(500)])("%o is searched as it is", async (typed) => {
  const { errors } = await graph.query(query, { search: `q${typed}`, first: 1 });
  expect(errors).toBeUndefined();
});
