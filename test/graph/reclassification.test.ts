import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

/** Classes decided in December 2025 are in force, whatever day the test runs on. */
const on = "2026-06-30";
const commune = "09319@2025-07-01";

interface Change {
  readonly from: string;
  readonly to: string;
  readonly households: number;
}

interface Counts {
  readonly households: number;
  readonly changing: number;
  readonly changes: readonly Change[];
}

interface Reclassification extends Counts {
  readonly communes: readonly (Counts & { readonly administrativeUnit: { readonly id: string } })[];
}

interface JudgedHousehold {
  readonly isUrban: boolean;
  readonly classification: { readonly class: string; readonly since: string } | null;
  readonly classificationUnder: {
    readonly class: string;
    readonly since: string;
    readonly standard: { readonly id: string };
    readonly review: {
      readonly monthlyIncomePerPerson: number;
      readonly deprivations: readonly string[];
    };
  } | null;
}

async function reclassification(code: string, standard = "central-2027"): Promise<Reclassification> {
  const data = await graph.expectData(
    `query ($code: String!, $standard: ID!, $on: Date) { administrativeUnit(code: $code, on: $on) { reclassification(standard: $standard, on: $on) {
      standard { id } households changing changes { from to households }
      communes { administrativeUnit { id } households changing changes { from to households } } } } }`,
    { code, standard, on },
  );
  return (data["administrativeUnit"] as { reclassification: Reclassification }).reclassification;
}

const householdPage = `query ($unit: ID!, $standard: ID!, $on: Date, $first: Int!, $after: String) {
  households(filter: { administrativeUnit: $unit }, first: $first, after: $after) {
    edges { node { isUrban classification(on: $on) { class since }
      classificationUnder(standard: $standard, on: $on) { class since standard { id } review { monthlyIncomePerPerson deprivations } } } }
    pageInfo { hasNextPage endCursor } } }`;

async function allHouseholds(unit: string, standard: string): Promise<JudgedHousehold[]> {
  const households: JudgedHousehold[] = [];
  let after: string | null = null;
  do {
    const data = await graph.expectData(householdPage, { unit, standard, on, first: 100, after });
    const page = data["households"] as {
      edges: { node: JudgedHousehold }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    households.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return households;
}

const sum = (counts: readonly { readonly households: number }[]) =>
  counts.reduce((total, { households }) => total + households, 0);

describe("the class of a household under the standard from 2027", () => {
  test("at or below its line: poor with three of the eleven indicators it counts, else near-poor", async () => {
    const households = await allHouseholds(commune, "central-2027");
    const judged = households.flatMap(({ isUrban, classificationUnder: under }) => {
      if (!under || under.review.monthlyIncomePerPerson > (isUrban ? 2_800_000 : 2_200_000)) return [];
      const counted = under.review.deprivations.filter((name) => name !== "INFORMATION_ACCESS_MEANS");
      return [[under.class, counted.length >= 3 ? "POOR" : "NEAR_POOR"]];
    });
    expect(judged.length).toBeGreaterThan(10);
    expect(judged.map(([actual]) => actual)).toEqual(judged.map(([, expected]) => expected));
  });

  test("it holds as long as the class on record, and is null where there is none", async () => {
    const households = await allHouseholds(commune, "central-2027");
    expect(households.some(({ classification }) => classification === null)).toBe(true);
    for (const { classification, classificationUnder } of households) {
      expect(classificationUnder?.since).toBe(classification?.since);
      if (classificationUnder) expect(classificationUnder.standard.id).toBe("central-2027");
    }
  });

  test("the standard that drops an indicator names those it counts", async () => {
    const data = await graph.expectData("{ povertyStandards { id countedDeprivations } }");
    const standards = data["povertyStandards"] as { id: string; countedDeprivations: string[] }[];
    const counted = new Map(standards.map((one) => [one.id, one.countedDeprivations]));
    expect(counted.get("central-2022")).toHaveLength(12);
    expect(counted.get("central-2027")).toHaveLength(11);
    expect(counted.get("central-2027")).not.toContain("INFORMATION_ACCESS_MEANS");
  });
});

test("under a standard that the review was judged by, the class on record is the answer", async () => {
  const data = await graph.expectData(
    `query ($on: Date) { households(filter: { administrativeUnit: "271@0", on: $on }, first: 100) { edges { node {
      recorded: classification(on: $on, standard: "central-2022") { class since until }
      under: classificationUnder(standard: "central-2022", on: $on) { class since until } } } } }`,
    { on },
  );
  const { edges } = data["households"] as { edges: { node: { recorded: object | null; under: object } }[] };
  const known = edges.filter(({ node }) => node.recorded !== null);
  expect(known.length).toBeGreaterThan(50);
  for (const { node } of known) expect(node.under).toEqual(node.recorded);
});

describe("how many households change class", () => {
  test("in a commune: as many as their classes one by one", async () => {
    const households = await allHouseholds(commune, "central-2027");
    const classified = households.filter(({ classificationUnder }) => classificationUnder !== null);
    const changed = classified.filter((one) => one.classification?.class !== one.classificationUnder?.class);
    const counts = new Map<string, number>();
    for (const one of changed) {
      const change = `${one.classification?.class} ${one.classificationUnder?.class}`;
      counts.set(change, (counts.get(change) ?? 0) + 1);
    }
    const unit = await reclassification("09319");
    expect(unit.communes).toHaveLength(1);
    expect(unit.households).toBe(classified.length);
    expect(unit.changing).toBe(changed.length);
    expect(new Map(unit.changes.map((change) => [`${change.from} ${change.to}`, change.households]))).toEqual(
      counts,
    );
  });

  test.each(["01", "22", "24", "25"])("in province %s: as many as in its communes", async (code) => {
    const province = await reclassification(code);
    expect(province.changing).toBeGreaterThan(0);
    expect(sum(province.communes)).toBe(province.households);
    expect(sum(province.changes)).toBe(province.changing);
    const changing = province.communes.reduce((total, one) => total + one.changing, 0);
    expect(changing).toBe(province.changing);
    for (const { from, to } of province.changes) expect(from).not.toBe(to);
  });

  test("nobody becomes poorer by a standard with lower lines and the same indicators", async () => {
    const { changes } = await reclassification("01", "central-2022");
    expect(changes.length).toBeGreaterThan(0);
    const order = ["POOR", "NEAR_POOR", "NEWLY_ESCAPED", "AVERAGE", "ABOVE_AVERAGE"];
    for (const { from, to } of changes) expect(order.indexOf(to)).toBeGreaterThan(order.indexOf(from));
  });

  test("a whole province takes one statement more than its standard and its units", async () => {
    graph.takeStatements();
    await reclassification("24");
    // The unit, the standards, the counts, the communes.
    expect(graph.takeStatements()).toEqual({ households: 4 });
  });

  test("an unknown standard is bad input", async () => {
    const { errors } = await graph.query(
      '{ administrativeUnit(code: "24") { reclassification(standard: "none") { changing } } }',
    );
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});

test("classes under another standard take as many statements for 1 and 10 households as for 100", async () => {
  const count = async (first: number) => {
    graph.takeStatements();
    await graph.expectData(householdPage, { unit: commune, standard: "central-2027", on, first });
    return graph.takeStatements();
  };
  const one = await count(1);
  expect(await count(10)).toEqual(one);
  expect(await count(100)).toEqual(one);
});
