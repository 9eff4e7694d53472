import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";

const district = "271@0";

describe.each(dialects)("a list of published figures on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph(
      {
        units: [{ id: "01@0" }, { id: district, level: "DISTRICT", parentId: "01@0", provinceId: "01@0" }],
        figures: [
          { source: "Hà Nội Mới, 100% done", asOf: "2022-12-31", unitId: "01@0" },
          { source: "Hà Nội Mới", asOf: "2023-12-31", unitId: district, program: "jobs" },
          { source: "Báo Nhân Dân", asOf: null, indicator: "poverty rate" },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  test.each([
    ["all", {}, ["F1", "F2", "F3"]],
    ["of a unit itself, not of units within it", { administrativeUnit: "01@0" }, ["F1"]],
    ["of a program", { program: "jobs" }, ["F2"]],
    ["of an indicator", { indicator: "poverty rate" }, ["F3"]],
    ["from a source that contains a text", { source: "mới" }, ["F1", "F2"]],
    ["from a source in whatever case", { source: "HÀ NỘI mới" }, ["F1", "F2"]],
    ["but not from a source with other accents", { source: "hà nội moi" }, []],
    ["whose source has a sign that LIKE would read", { source: "0%" }, ["F1"]],
    ["not by a sign that stands for any", { source: "N_i" }, []],
    ["that stand at a day or later", { asOfFrom: "2022-12-31" }, ["F1", "F2"]],
    ["that stand between two days", { asOfFrom: "2022-12-31", asOfTo: "2023-12-30" }, ["F1"]],
  ])("has those %s", async (_, filter, ids) => {
    const query = `query ($filter: PublishedFigureFilter) {
      publishedFigures(filter: $filter) { totalCount edges { node { id } } } }`;
    expect(await graph.expectData(query, { filter })).toEqual({
      publishedFigures: { totalCount: ids.length, edges: ids.map((id) => ({ node: { id } })) },
    });
  });

  test("belongs to a unit, too, and to one of its programs", async () => {
    const selection = `all: publishedFigures { id } jobs: publishedFigures(program: "jobs") { id }`;
    const units = [{ id: "01@0" }, { id: district }];
    expect(await graph.expectEntities("AdministrativeUnit", units, selection)).toEqual([
      { all: [{ id: "F1" }], jobs: [] },
      { all: [{ id: "F2" }], jobs: [{ id: "F2" }] },
    ]);
  });
});

describe("the computed value of a published figure", () => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const rate = { unitId: district, indicator: "poverty rate", unit: "percent of households" };
    graph = await startHouseholdsGraph({
      territory: { [district]: ["here"] },
      units: [{ id: district }],
      households: [{}, {}],
      classes: [
        { since: "2022-01-01", until: "2024-06-30" },
        { householdId: "h2", since: "2023-01-01" },
      ],
      totals: [2022, 2023, 2024].map((year) => ({ localityId: "here", year, households: 300 })),
      qualifiers: [
        { qualifier: "", comparison: "EQUAL", tolerancePercent: null },
        { qualifier: "about", comparison: "WITHIN", tolerancePercent: 20 },
      ],
      figures: [
        { ...rate, period: "2023", asOf: "2023-12-31", value: 0.67 },
        { ...rate, period: "2023", asOf: "2023-12-31", value: 0.6 },
        {
          ...rate,
          period: "2023",
          asOf: "2023-12-31",
          value: 0.6,
          qualifier: "about; by the city's standard",
        },
        { ...rate, period: "2024", asOf: "2024-01-01", value: 0.67 },
        { unitId: district, indicator: "poor households reduced", value: 1 },
        { unitId: district, indicator: "poor households", period: "2021", asOf: "2021-12-31" },
        { unitId: null, indicator: "poor households" },
        { unitId: district, program: "policy credit", indicator: "loans disbursed" },
        { unitId: district, indicator: "the mood of the people" },
      ],
    });
  });
  afterAll(() => graph.close());

  const compare = async (id: string, elsewhere: object = {}) => {
    const [found] = await graph.expectEntities(
      "PublishedFigure",
      [{ id, housingProjectsValue: null, creditProgramsValue: null, ...elsewhere }],
      "computedValue agrees",
    );
    return found;
  };

  test.each([
    ["F1", "agrees when rounded as published", { computedValue: 0.667, agrees: true }],
    ["F2", "does not agree with another", { computedValue: 0.667, agrees: false }],
    ["F3", "agrees by the rule of the qualifier's first words", { computedValue: 0.667, agrees: true }],
    ["F4", "is of the end of the year before a 1 January", { computedValue: 0.667, agrees: true }],
    ["F5", "is a fall within the year", { computedValue: 1, agrees: true }],
    ["F6", "is null in a year without totals", { computedValue: null, agrees: null }],
    ["F7", "is null for the whole country", { computedValue: null, agrees: null }],
    ["F8", "is null where its department gave none", { computedValue: null, agrees: null }],
    ["F9", "is null where nothing in the graph corresponds", { computedValue: null, agrees: null }],
  ])("%s %s", async (id, _, expected) => {
    expect(await compare(id)).toEqual(expected);
  });

  test("comes from the department that computes it", async () => {
    expect(await compare("F8", { creditProgramsValue: 100 })).toEqual({ computedValue: 100, agrees: true });
    expect(await compare("F8", { housingProjectsValue: 0 })).toEqual({ computedValue: 0, agrees: false });
  });

  test("is told to other departments by a name and years", async () => {
    const known = ["F5", "F8", "F9"].map((id) => ({ id }));
    expect(await graph.expectEntities("PublishedFigure", known, "measure fromYear toYear")).toEqual(
      ["POOR_HOUSEHOLDS_REDUCED", "LOANS_DISBURSED", null].map((measure) => ({
        measure,
        fromYear: 2024,
        toYear: 2024,
      })),
    );
  });

  test.each([
    ["F1", {}, false],
    ["F7", {}, null],
    ["F8", { creditProgramsValue: 5, creditProgramsIsSample: true }, true],
    ["F8", { housingProjectsValue: 0, housingProjectsIsSample: false, creditProgramsIsSample: true }, false],
    ["F8", { creditProgramsValue: 5 }, null],
  ])(
    "rests on the sample if the department that computes it does: %s with %o",
    async (id, others, isSample) => {
      const selection = "computedFromSample";
      expect(await graph.expectEntities("PublishedFigure", [{ id, ...others }], selection)).toEqual([
        { computedFromSample: isSample },
      ]);
    },
  );
});
