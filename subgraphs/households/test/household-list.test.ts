import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";
import { provincialStandard, standard } from "./support/rows.js";

const province = "01@0";
/** A unit that is on record, but whose land the territory does not have. */
const elsewhere = "79@0";

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly code: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const list = `query ($filter: HouseholdFilter, $first: Int, $after: String, $last: Int, $before: String) {
  households(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { node { code } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

const page = async (graph: DepartmentGraph, variables: object): Promise<Page> =>
  (await graph.expectData<{ households: Page }>(list, { ...variables })).households;

const codesOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.code);

describe.each(dialects)("a filter of households on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph(
      {
        territory: { [province]: ["here"], "22@0": ["far"] },
        units: [{ id: province }, { id: "22@0" }, { id: elsewhere }],
        standards: [standard({}), provincialStandard()],
        households: [
          { code: "a", ethnicGroup: "Tày" },
          { code: "b" },
          { code: "c" },
          { code: "d", localityId: "far" },
          { code: "e" },
        ],
        classes: [
          { householdId: "h1", class: "POOR", since: "2022-12-08", until: "2023-12-07" },
          { householdId: "h1", class: "NEWLY_ESCAPED", since: "2023-12-08", until: "2025-12-07" },
          { householdId: "h1", class: "POOR", since: "2025-12-08" },
          { householdId: "h2", class: "NEWLY_ESCAPED", since: "2024-12-08" },
          { householdId: "h3", class: "AVERAGE", since: "2022-12-08" },
          { householdId: "h3", class: "POOR", since: "2022-12-08", standardId: "own", isReporting: false },
          { householdId: "h4", class: "POOR", since: "2022-12-08" },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  const on = "2024-12-31";

  test.each([
    ["everybody", {}, ["a", "b", "c", "d", "e"]],
    ["everybody on a unit's land", { administrativeUnit: province }, ["a", "b", "c", "e"]],
    ["nobody where the territory has no land of the unit", { administrativeUnit: elsewhere }, []],
    ["the poor on a day", { class: ["POOR"], on: "2023-12-07" }, ["a", "d"]],
    ["the poor on the day after", { class: ["POOR"], on: "2023-12-08" }, ["d"]],
    [
      "the poor of a unit at the end of a year",
      { class: ["POOR"], year: 2025, administrativeUnit: province },
      ["a"],
    ],
    ["the poor of a unit without land", { class: ["POOR"], on, administrativeUnit: elsewhere }, []],
    [
      "a class more often than a statement has values",
      { class: Array<string>(33_000).fill("POOR"), on },
      ["d"],
    ],
    ["two classes", { class: ["NEWLY_ESCAPED", "AVERAGE"], on }, ["a", "b", "c"]],
    ["nobody for no class", { class: [], on }, []],
    ["nobody of a unit for no class", { class: [], on, administrativeUnit: province }, []],
    ["the poor by another standard", { class: ["POOR"], on, standard: "own" }, ["c"]],
    ["who has any class on a day", { on: "2023-12-31" }, ["a", "c", "d"]],
    ["who has any class by a standard", { standard: "own" }, ["c"]],
    ["an ethnic group", { ethnicGroup: "Tày" }, ["a"]],
  ])("lists %s", async (_, filter, codes) => {
    const found = await page(graph, { filter });
    expect(codesOf(found)).toEqual(codes);
    expect(found.totalCount).toBe(codes.length);
  });

  describe("by escape from poverty", () => {
    test.each([
      ["from the day of the decision on", "2023-12-08", on, ["a", "b"]],
      ["not decided before the first day", "2023-12-09", on, ["b"]],
      ["not decided after the last day", "2023-12-08", "2024-12-07", ["a"]],
      ["not poor again on the last day", "2023-12-08", "2025-12-31", ["b"]],
    ])("lists those %s", async (_, escapedSince, day, codes) => {
      expect(codesOf(await page(graph, { filter: { escapedSince, on: day } }))).toEqual(codes);
      const ofUnit = { escapedSince, on: day, administrativeUnit: province };
      expect(codesOf(await page(graph, { filter: ofUnit }))).toEqual(codes);
    });
  });

  test("refuses a day beside a year", async () => {
    const { errors } = await graph.query(list, { filter: { on, year: 2024 } });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "filter.year" } }]);
  });
});

describe("pages of a unit's households follow each other in the order of the codes, each household once", () => {
  /** More than are read first. */
  const many = Array.from({ length: 1_510 }, (_, index) => ({
    id: `h${index}`,
    code: `c${String(index * 7).padStart(5, "0")}`,
  }));

  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph({
      territory: { [province]: ["here"] },
      units: [{ id: province }],
      households: many.toReversed(),
      classes: many.map(({ id }, index) => ({
        householdId: id,
        class: index % 100 === 0 ? "POOR" : "AVERAGE",
      })),
    });
  });
  afterAll(() => graph.close());

  test.each([
    ["few", { class: ["POOR"] }, 16],
    ["many", { class: ["POOR", "AVERAGE"] }, 1_510],
  ])("where they are %s", async (_, conditions, expected) => {
    const filter = { ...conditions, administrativeUnit: province };
    const all: string[] = [];
    let after: string | null = null;
    do {
      const found: Page = await page(graph, { filter, first: 100, after });
      expect(found.totalCount).toBe(expected);
      all.push(...codesOf(found));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after);
    expect(all).toHaveLength(expected);
    expect(all).toEqual([...new Set(all)].toSorted());
    const back: string[] = [];
    let before: string | null = null;
    do {
      const found: Page = await page(graph, { filter, last: 100, before });
      back.unshift(...codesOf(found));
      before = found.pageInfo.hasPreviousPage ? found.pageInfo.startCursor : null;
    } while (before);
    expect(back).toEqual(all);
  });
});
