import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { sum } from "../support/sum.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Support {
  readonly program: string;
  readonly kind: string;
  readonly houses: number;
  readonly amount: number;
  readonly sources: readonly { readonly source: string; readonly amount: number }[];
}

interface Statistics {
  readonly completionTarget: number | null;
  readonly percentOfTarget: number | null;
  readonly completedDuringYear: number;
  readonly completedApartments: number;
}

interface Project {
  readonly id: string;
  readonly isBehindTarget: boolean;
  readonly completionTargets: readonly {
    readonly year: number;
    readonly apartments: number;
    readonly completed: number;
    readonly legalBasis: string;
  }[];
}

async function supportsOf(code: string, on: string, year: number): Promise<Support[]> {
  const data = await graph.expectData(
    `query ($code: String!, $on: Date!, $year: Int!) { administrativeUnit(code: $code, on: $on) {
      housing(year: $year) { supports { program kind houses amount sources { source amount } } } } }`,
    { code, on, year },
  );
  return (data["administrativeUnit"] as { housing: { supports: Support[] } }).housing.supports;
}

async function targetsOf(code: string, on: string, year: number): Promise<Statistics> {
  const data = await graph.expectData(
    `query ($code: String!, $on: Date!, $year: Int!) { administrativeUnit(code: $code, on: $on) { housing(year: $year) {
      completionTarget percentOfTarget completedDuringYear completedApartments } } }`,
    { code, on, year },
  );
  return (data["administrativeUnit"] as { housing: Statistics }).housing;
}

async function projects(filter: object, first = 100): Promise<Project[]> {
  const data = await graph.expectData(
    `query ($filter: SocialHousingProjectFilter, $first: Int!) { socialHousingProjects(filter: $filter, first: $first) {
      edges { node { id isBehindTarget(year: 2025) completionTargets { year apartments completed legalBasis } } } } }`,
    { filter, first },
  );
  const { edges } = data["socialHousingProjects"] as { edges: { node: Project }[] };
  return edges.map(({ node }) => node);
}

test("the 24.7 billion of Ba Vi's 397 houses and 56 sanitary facilities are shared out by source", async () => {
  const supports = await supportsOf("271", "2024-12-31", 2024);
  const houses = supports.filter(({ kind }) => kind !== "SANITARY_FACILITY");
  expect(sum(houses.map(({ houses: count }) => count))).toBe(397);
  expect(sum(supports.map(({ houses: count }) => count)) - 397).toBe(56);
  const shares = supports.flatMap(({ sources }) => sources);
  expect(sum(shares.map(({ amount }) => amount))).toBe(24_700_000_000);
  expect(new Set(shares.map(({ source }) => source))).toEqual(
    new Set(["BUSINESSES_AND_DONORS", "HOUSEHOLD_AND_COMMUNITY", "FUND_FOR_THE_POOR"]),
  );
});

test("of every program and kind of Bac Ninh the sources add up to the amount", async () => {
  const supports = await supportsOf("24", "2025-12-31", 2025);
  expect(new Set(supports.map(({ program }) => program)).size).toBe(3);
  for (const { amount, sources } of supports) {
    expect(sum(sources.map((share) => share.amount))).toBe(amount);
  }
});

test("Bac Ninh completed more apartments in 2025 than the Prime Minister's target asked for", async () => {
  const data =
    await graph.expectData(`{ administrativeUnit(code: "24", on: "2025-12-31") { housing(year: 2025) {
    completedApartments completedDuringYear completionTarget completionTargetLegalBasis percentOfTarget } } }`);
  expect(data["administrativeUnit"]).toEqual({
    housing: {
      completedApartments: 16_124,
      completedDuringYear: 16_124,
      completionTarget: 15_929,
      completionTargetLegalBasis: expect.stringMatching(/^Decision 444\/QD-TTg/),
      percentOfTarget: 101.224,
    },
  });
});

test("the country's target of a million apartments is the first, and its years add up to that from 2025", async () => {
  const data = await graph.expectData(
    "{ nationalApartmentTargets { fromYear toYear apartments legalBasis } }",
  );
  const targets = data["nationalApartmentTargets"] as {
    fromYear: number;
    toYear: number;
    apartments: number;
  }[];
  expect(targets[0]).toEqual({
    fromYear: 2021,
    toYear: 2030,
    apartments: 1_000_000,
    legalBasis: "Decision 338/QD-TTg of 2023",
  });
  const ofYears = targets.filter(({ fromYear, toYear }) => fromYear === toYear);
  expect(sum(ofYears.map(({ apartments }) => apartments))).toBe(995_445);
});

test("Bac Ninh's target for temporary houses was reached, the former Bac Ninh plans for 231,000 people", async () => {
  const data = await graph.expectData(`{
    merged: administrativeUnit(code: "24", on: "2025-12-31") { housing(year: 2025) { supportTargets {
      program houses completed percentOfTarget legalBasis } } }
    former: administrativeUnit(code: "27", on: "2024-12-31") { housing(year: 2024) { plannedCapacityPeople } } }`);
  expect(data).toEqual({
    merged: {
      housing: {
        supportTargets: [
          {
            program: "TEMPORARY_HOUSE_ELIMINATION",
            houses: 2_516,
            completed: 2_516,
            percentOfTarget: 100,
            legalBasis: expect.stringMatching(/^Sample value/),
          },
        ],
      },
    },
    former: { housing: { plannedCapacityPeople: 231_063 } },
  });
});

test("the Party Committee House was handed over in Ta Xa of Cam Khe, and no other place has one", async () => {
  const houses = async (code: string, on: string) =>
    (await supportsOf(code, on, 2025)).filter(({ program }) => program === "PARTY_COMMITTEE_HOUSE");
  for (const code of ["08404", "235", "25"]) {
    expect((await houses(code, "2024-12-31")).map(({ houses: count }) => count)).toEqual([1]);
  }
  for (const code of ["24", "22", "01"]) expect(await houses(code, "2025-12-31")).toEqual([]);
});

test("Bac Ninh's 34 square meters a person stand beside the country's 27.8", async () => {
  const data = await graph.expectData(`{ administrativeUnit(code: "24", on: "2025-12-31") {
    of2025: housing(year: 2025) { livingAreaSquareMetersPerPerson nationalLivingAreaSquareMetersPerPerson }
    of2024: housing(year: 2024) { nationalLivingAreaSquareMetersPerPerson } } }`);
  expect(data["administrativeUnit"]).toEqual({
    of2025: { livingAreaSquareMetersPerPerson: 34, nationalLivingAreaSquareMetersPerPerson: 27.8 },
    of2024: { nationalLivingAreaSquareMetersPerPerson: null },
  });
});

test("a province's target is what its projects are to complete, and the percentage what it did", async () => {
  const ofProjects = (await projects({ administrativeUnit: "24@2025-07-01" })).flatMap(
    ({ completionTargets }) => completionTargets.filter(({ year }) => year === 2025),
  );
  const of2025 = await targetsOf("24", "2025-12-31", 2025);
  const of2024 = await targetsOf("24", "2025-12-31", 2024);
  expect(of2025.completionTarget).toBe(sum(ofProjects.map(({ apartments }) => apartments)));
  expect(of2025.completedDuringYear).toBe(sum(ofProjects.map(({ completed }) => completed)));
  expect(of2025.completedDuringYear).toBe(of2025.completedApartments - of2024.completedApartments);
  const percent = (of2025.completedDuringYear / (of2025.completionTarget ?? 0)) * 100;
  expect(of2025.percentOfTarget).toBeCloseTo(percent, 3);
  expect(of2025.completedDuringYear).toBeGreaterThan(0);
});

test("a closed province has its own targets for its own years only", async () => {
  const former = await targetsOf("27", "2024-12-31", 2024);
  expect(former.completionTarget).toBeGreaterThan(0);
  const { completionTarget, percentOfTarget } = await targetsOf("27", "2024-12-31", 2025);
  expect({ completionTarget, percentOfTarget }).toEqual({ completionTarget: null, percentOfTarget: null });
});

test("the projects behind their target of a year are those that completed less, and no others", async () => {
  const all = await projects({ administrativeUnit: "24@2025-07-01" });
  const behind = await projects({ administrativeUnit: "24@2025-07-01", behindTargetIn: 2025 });
  const expected = all.filter(({ completionTargets }) =>
    completionTargets.some(({ year, apartments, completed }) => year === 2025 && completed < apartments),
  );
  expect(behind.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  expect(behind.length).toBeGreaterThan(0);
  expect(all.filter(({ isBehindTarget }) => isBehindTarget)).toEqual(behind);
});

test("projects behind in a year that nobody can mean are refused", async () => {
  const { errors } = await graph.query(
    "{ socialHousingProjects(filter: { behindTargetIn: 3000 }) { totalCount } }",
  );
  expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
});

test("targets, funding and comparisons of 100 communes take as many statements as those of one", async () => {
  const count = async (first: number) => {
    graph.takeStatements();
    await graph.expectData(
      `query ($first: Int!) { administrativeUnits(first: $first, filter: { parent: "24@2025-07-01" }) { edges { node { housing(year: 2025) {
        completionTarget percentOfTarget completedDuringYear nationalLivingAreaSquareMetersPerPerson
        supports { program sources { amount } } } } } } }`,
      { first },
    );
    return graph.takeStatements();
  };
  const ofOne = await count(1);
  expect(await count(100)).toEqual(ofOne);
});

test("the targets of 40 projects take as many statements as those of one", async () => {
  const count = async (first: number) => {
    graph.takeStatements();
    await projects({ behindTargetIn: 2024 }, first);
    return graph.takeStatements()["housing-projects"];
  };
  const ofOne = await count(1);
  expect(await count(40)).toEqual(ofOne);
});
