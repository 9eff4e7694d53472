import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Listed {
  readonly code: string;
  readonly ethnicGroup: string;
  readonly classification: { readonly class: string; readonly since: string } | null;
}

interface HouseholdPage {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Listed }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const list = `query ($filter: HouseholdFilter, $on: Date, $first: Int!, $after: String) {
  households(filter: $filter, first: $first, after: $after) {
    totalCount
    edges { node { code ethnicGroup classification(on: $on) { class since } } }
    pageInfo { hasNextPage endCursor } } }`;

async function households(
  filter: Record<string, unknown>,
  { first = 100, after = null as string | null, on = "2026-06-30" } = {},
): Promise<HouseholdPage> {
  const data = await graph.expectData(list, { filter, on, first, after });
  return data["households"] as HouseholdPage;
}

const codes = ({ edges }: HouseholdPage) => edges.map(({ node }) => node.code);

describe("households of a unit", () => {
  test("a closed district's near-poor at the end of a year are as many as were published", async () => {
    const nearPoor = { administrativeUnit: "271@0", class: ["NEAR_POOR"] };
    expect((await households({ ...nearPoor, year: 2024 }, { first: 1 })).totalCount).toBe(945);
    expect((await households({ ...nearPoor, on: "2024-12-31" }, { first: 1 })).totalCount).toBe(945);
    const none = await households({ administrativeUnit: "271@0", class: ["POOR"], year: 2024 });
    expect(none).toMatchObject({ totalCount: 0, edges: [] });
  });

  test("an old province and the merged one list the same households for the same land", async () => {
    const poor = { class: ["POOR"], year: 2025 };
    const count = async (unit: string) =>
      (await households({ ...poor, administrativeUnit: unit }, { first: 1 })).totalCount;
    expect(await count("27@0")).toBe(0);
    expect(await count("24@0")).toBe(5_320);
    expect(await count("24@2025-07-01")).toBe(5_320);
  });

  test.each([
    ["few", "240@0", 2025, 408],
    ["many", "27@0", 2023, 3_760],
  ])("pages of %s follow each other in the order of the codes, each household once", async (...row) => {
    const [, administrativeUnit, year, expected] = row;
    const all: string[] = [];
    let after: string | null = null;
    do {
      const page: HouseholdPage = await households({ administrativeUnit, class: ["POOR"], year }, { after });
      all.push(...codes(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(all).toHaveLength(expected);
    expect(all).toEqual([...new Set(all)].toSorted());
  });

  test.each([
    ["are read where the next households fill it", { class: ["POOR"], on: "2023-12-31" }, 2],
    ["are found by their classes where they do not", { escapedSince: "2099-01-01", on: "2099-01-01" }, 4],
  ])("of a page of many %s", async (_, filter, expected) => {
    const codesOnly = `query ($filter: HouseholdFilter) { households(filter: $filter) { edges { cursor } } }`;
    graph.takeStatements();
    await graph.expectData(codesOnly, { filter: { administrativeUnit: "27@0", ...filter } });
    // One more finds the unit.
    expect(graph.takeStatements()).toEqual({ households: expected + 1 });
  });

  test("by another standard than the one reported by, others are listed", async () => {
    const filter = { administrativeUnit: "22@0", class: ["POOR"], year: 2024 };
    const own = await households(filter, { first: 1 });
    const central = await households({ ...filter, standard: "central-2022" }, { first: 1 });
    expect(own.totalCount).toBe(120);
    expect(central.totalCount).toBeLessThan(120);
  });

  test("without a class, a year lists who was on the register", async () => {
    const unit = { administrativeUnit: "240@0" };
    const all = (await households(unit, { first: 1 })).totalCount;
    const classified = (await households({ ...unit, year: 2021 }, { first: 1 })).totalCount;
    expect(classified).toBeGreaterThanOrEqual(2_040 + 1_200);
    expect(classified).toBeLessThan(all);
  });

  test.each(["Mường", ` ${"Mường".normalize("NFD")}`])(
    "by ethnic group, in whatever form its name is sent: %j",
    async (ethnicGroup) => {
      const page = await households({ administrativeUnit: "240@0", ethnicGroup });
      expect(page.edges).toHaveLength(100);
      expect(new Set(page.edges.map(({ node }) => node.ethnicGroup))).toEqual(new Set(["Mường"]));
    },
  );
});

describe("households that escaped poverty since a day", () => {
  const on = "2025-12-31";
  const unit = { administrativeUnit: "27@0" };

  test("were found so on that day or later, and are neither poor nor near-poor now", async () => {
    const page = await households({ ...unit, escapedSince: "2024-12-01", on }, { on });
    expect(page.edges.length).toBe(100);
    for (const { node } of page.edges) {
      expect(node.classification?.class).toBe("NEWLY_ESCAPED");
      expect(node.classification?.since.slice(0, 7)).toMatch(/^202[45]-12$/);
    }
  });

  test("an earlier day lists more of them, a day to come none", async () => {
    const count = async (escapedSince: string) =>
      (await households({ ...unit, escapedSince, on }, { first: 1 })).totalCount;
    const recent = await count("2025-12-01");
    expect(recent).toBeGreaterThan(0);
    expect(await count("2024-12-01")).toBeGreaterThan(recent);
    expect(await count("2026-01-01")).toBe(0);
  });
});

test("a day beside a year is bad input", async () => {
  const { errors } = await graph.query(list, {
    filter: { on: "2025-12-31", year: 2024 },
    on: "2025-12-31",
    first: 1,
  });
  expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
});
