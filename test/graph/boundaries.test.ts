import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Year {
  readonly year: number;
  readonly households: number;
  readonly poor: number;
  readonly nearPoor: number;
  readonly povertyRatePercent: number;
}

type Boundary = "AS_RECORDED" | "CURRENT";

const closedOn = "2025-06-30";
const mergedOn = "2025-07-01";

async function series(code: string, on: string, fromYear: number, boundary: Boundary): Promise<Year[]> {
  const data = await graph.expectData(
    `query ($code: String!, $on: Date!, $fromYear: Int!, $boundary: Boundary!) { administrativeUnit(code: $code, on: $on) {
      povertySeries(fromYear: $fromYear, toYear: 2025, boundary: $boundary) { year households poor nearPoor povertyRatePercent } } }`,
    { code, on, fromYear, boundary },
  );
  return (data["administrativeUnit"] as { povertySeries: Year[] }).povertySeries;
}

const poorByYear = (years: readonly Year[]) => years.map(({ year, poor }) => [year, poor]);
const counts = (years: readonly Year[]) =>
  years.map(({ year, households, poor, nearPoor }) => ({ year, households, poor, nearPoor }));

function addUp(...units: readonly (readonly Year[])[]) {
  return (units[0] ?? []).map(({ year }, index) => ({
    year,
    households: units.reduce((total, years) => total + (years[index]?.households ?? NaN), 0),
    poor: units.reduce((total, years) => total + (years[index]?.poor ?? NaN), 0),
    nearPoor: units.reduce((total, years) => total + (years[index]?.nearPoor ?? NaN), 0),
  }));
}

describe("Bac Ninh 2023–2025", () => {
  test("as recorded, the old province ends with 2024 and the merged one begins with 2025", async () => {
    expect(poorByYear(await series("27", closedOn, 2023, "AS_RECORDED"))).toEqual([
      [2023, 3_760],
      [2024, 0],
    ]);
    expect(poorByYear(await series("24", mergedOn, 2023, "AS_RECORDED"))).toEqual([[2025, 5_320]]);
  });

  test("on old boundaries it goes on after its end", async () => {
    const old = await series("27", closedOn, 2023, "CURRENT");
    expect(poorByYear(old)).toEqual([
      [2023, 3_760],
      [2024, 0],
      [2025, 0],
    ]);
    expect(old[0]?.povertyRatePercent).toBe(0.94);
  });

  test("from 2024 on none of its districts and communes has a poor household, on any boundaries", async () => {
    const data = await graph.expectData(`{ administrativeUnit(code: "27", on: "${closedOn}") {
      children(first: 100) { edges { node { ...Poor children(first: 100) { edges { node { ...Poor } } } } } } } }
      fragment Poor on AdministrativeUnit {
        recorded: povertySeries(fromYear: 2024, toYear: 2025) { poor }
        own: povertySeries(fromYear: 2024, toYear: 2025, boundary: CURRENT) { poor }
        successors { povertySeries(fromYear: 2024, toYear: 2025, boundary: CURRENT) { poor } } }`);
    const found = [...JSON.stringify(data).matchAll(/"poor":(\d+)/g)].map(([, poor]) => Number(poor));
    expect(found.length).toBeGreaterThan(500);
    expect(found.filter((poor) => poor > 0)).toEqual([]);
  });

  test("on new boundaries it is the sum of Bac Giang and the old Bac Ninh in every year", async () => {
    const merged = await series("24", mergedOn, 2023, "CURRENT");
    const bacGiang = await series("24", closedOn, 2023, "CURRENT");
    const old = await series("27", closedOn, 2023, "CURRENT");
    expect(poorByYear(merged)).toEqual([
      [2023, 9_860],
      [2024, 5_700],
      [2025, 5_320],
    ]);
    expect(counts(merged)).toEqual(addUp(bacGiang, old));
    expect(merged[2]?.povertyRatePercent).toBe(0.56);
  });

  test("a year in which the unit did not exist is NOT_FOUND as recorded", async () => {
    const { data, errors } = await graph.query(
      `{ administrativeUnit(code: "27", on: "${closedOn}") { id poverty(year: 2025) { poor } } }`,
    );
    expect(data).toEqual({ administrativeUnit: { id: "27@0", poverty: null } });
    expect(errors?.[0]?.extensions["code"]).toBe("NOT_FOUND");
  });
});

describe("Phu Tho and Tan Son", () => {
  test("Tan Son's rate falls by 1.7 points every year, and as recorded it ends with 2024", async () => {
    const recorded = await series("240", closedOn, 2021, "AS_RECORDED");
    expect(recorded.map(({ year, povertyRatePercent }) => [year, povertyRatePercent])).toEqual([
      [2021, 8.5],
      [2022, 6.8],
      [2023, 5.1],
      [2024, 3.4],
    ]);
  });

  test("on its own boundaries Tan Son goes on in 2025", async () => {
    const own = await series("240", closedOn, 2024, "CURRENT");
    expect(own.map(({ year, povertyRatePercent }) => [year, povertyRatePercent])).toEqual([
      [2024, 3.4],
      [2025, 1.7],
    ]);
  });

  test("on new boundaries Phu Tho is the sum of Hoa Binh, the old Phu Tho and Vinh Phuc", async () => {
    const merged = await series("25", mergedOn, 2021, "CURRENT");
    const predecessors = await Promise.all(
      ["17", "25", "26"].map((code) => series(code, closedOn, 2021, "CURRENT")),
    );
    expect(merged).toHaveLength(5);
    expect(counts(merged)).toEqual(addUp(...predecessors));
    expect(poorByYear(await series("25", mergedOn, 2021, "AS_RECORDED"))).toEqual([[2025, 4_556]]);
  });

  test("as recorded, the old Phu Tho's poverty rate fell by 0.6 points in 2024", async () => {
    const recorded = await series("25", closedOn, 2023, "AS_RECORDED");
    expect(recorded.map(({ year, povertyRatePercent }) => [year, povertyRatePercent])).toEqual([
      [2023, 1.5],
      [2024, 0.9],
    ]);
  });
});

test("who is newly escaped at the end of 2022 has escaped during that year, since the register begins in 2021", async () => {
  const data =
    await graph.expectData(`{ administrativeUnits(first: 40, filter: { level: PROVINCE, on: "2022-12-31" }) {
    edges { node { povertySeries(fromYear: 2022, toYear: 2022) { newlyEscaped escapedDuringYear } } } } }`);
  const { edges } = data["administrativeUnits"] as {
    edges: { node: { povertySeries: { newlyEscaped: number; escapedDuringYear: number }[] } }[];
  };
  const years = edges.flatMap(({ node }) => node.povertySeries);
  expect(years.length).toBeGreaterThan(5);
  for (const { newlyEscaped, escapedDuringYear } of years) expect(escapedDuringYear).toBe(newlyEscaped);
});

describe("two standards in force at once, in one request", () => {
  test.each([
    ["01", "ha-noi-2022", 2023, 672],
    ["22", "quang-ninh-2023", 2024, 120],
  ])("province %s reports by %s, and has fewer poor by the central one", async (code, own, year, poor) => {
    const data = await graph.expectData(
      `query ($code: String!, $own: ID!, $year: Int!) { administrativeUnit(code: $code) {
        reported: poverty(year: $year) { ...Counts }
        own: poverty(year: $year, standard: $own) { ...Counts }
        central: poverty(year: $year, standard: "central-2022") { ...Counts } } }
      fragment Counts on PovertyStatistics { standard { id } households poor nearPoor }`,
      { code, own, year },
    );
    const unit = data["administrativeUnit"] as Record<
      "reported" | "own" | "central",
      { standard: { id: string }; households: number; poor: number; nearPoor: number }
    >;
    expect(unit.own).toMatchObject({ standard: { id: own }, poor });
    expect(unit.reported).toEqual(unit.own);
    expect(unit.central.standard.id).toBe("central-2022");
    expect(unit.central.households).toBe(unit.own.households);
    expect(unit.central.poor).toBeLessThan(poor);
    expect(unit.central.nearPoor).toBeLessThan(unit.own.nearPoor);
  });
});
