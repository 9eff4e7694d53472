import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Lending {
  readonly loans: number;
  readonly drawn: number;
  readonly drawnDuringYear: number;
  readonly outstanding: number | null;
}

interface Package {
  readonly developers: Lending;
  readonly buyers: Lending;
  readonly total: Lending;
  readonly byBank: readonly { bank: string; developers: Lending; buyers: Lending }[];
}

const amounts = "{ loans drawn drawnDuringYear outstanding }";
const fields = `developers ${amounts} buyers ${amounts} total ${amounts}
  byBank { bank developers ${amounts} buyers ${amounts} }`;

async function ofUnit(code: string, year: number): Promise<Package> {
  const data = await graph.expectData(
    `query ($code: String!, $year: Int!) { administrativeUnit(code: $code, on: "2025-12-31") {
      housingPackage(year: $year) { ${fields} } } }`,
    { code, year },
  );
  return (data["administrativeUnit"] as { housingPackage: Package }).housingPackage;
}

async function whole(year: number) {
  const data = await graph.expectData(
    `query ($year: Int!) { housingPackage(year: $year) { volume volumeLegalBasis drawnPercent lending { ${fields} } } }`,
    { year },
  );
  return data["housingPackage"] as {
    volume: number | null;
    volumeLegalBasis: string | null;
    drawnPercent: number | null;
    lending: Package;
  };
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, one) => all + (one ?? 0), 0);

test("the package drawn in all provinces is compared with its volume of the day (F12)", async () => {
  const { volume, volumeLegalBasis, drawnPercent, lending } = await whole(2024);
  expect(volume).toBe(120_000_000_000_000);
  expect(volumeLegalBasis).toBe("Resolution 33/NQ-CP");
  expect(lending.total.drawn).toBeGreaterThan(0);
  expect(drawnPercent).toBeCloseTo((100 * lending.total.drawn) / 120_000_000_000_000, 3);
  expect((await whole(2025)).volume).toBe(145_000_000_000_000);
  expect(await whole(2022)).toMatchObject({ volume: null, volumeLegalBasis: null, drawnPercent: null });
});

test("what the provinces drew adds up to the whole", async () => {
  const provinces = await Promise.all(["01", "22", "24", "25"].map((code) => ofUnit(code, 2025)));
  const { lending } = await whole(2025);
  for (const side of ["developers", "buyers", "total"] as const) {
    expect(sum(provinces.map((one) => one[side].drawn))).toBe(lending[side].drawn);
    expect(sum(provinces.map((one) => one[side].outstanding))).toBe(lending[side].outstanding);
  }
});

test("what the banks lent to developers and buyers adds up to the unit's", async () => {
  const { byBank, developers, buyers, total } = await ofUnit("24", 2025);
  expect(byBank.map(({ bank }) => bank)).toEqual(byBank.map(({ bank }) => bank).toSorted());
  expect(sum(byBank.map((bank) => bank.developers.drawn))).toBe(developers.drawn);
  expect(sum(byBank.map((bank) => bank.buyers.drawn))).toBe(buyers.drawn);
  expect(total.drawn).toBe(developers.drawn + buyers.drawn);
  expect(total.outstanding).toBeLessThan(total.drawn);
});

test("what was drawn grows by what was drawn during the year", async () => {
  const [before, after] = await Promise.all([ofUnit("24", 2024), ofUnit("24", 2025)]);
  expect(after.total.drawn).toBe(before.total.drawn + after.total.drawnDuringYear);
});

test("a balance that is not on record yet is null, not zero", async () => {
  const { total } = await ofUnit("24", 2026);
  expect(total.drawn).toBeGreaterThan(0);
  expect(total.outstanding).toBeNull();
  expect((await ofUnit("24", 2020)).total).toEqual({
    loans: 0,
    drawn: 0,
    drawnDuringYear: 0,
    outstanding: 0,
  });
});

test("the projects of a unit are financed by what the unit drew, bank by bank", async () => {
  const data =
    await graph.expectData(`{ socialHousingProjects(first: 100, filter: { administrativeUnit: "24@2025-07-01" }) {
    pageInfo { hasNextPage } edges { node { financing { developerLoans { count principal } buyerLoans { count principal }
    byBank { bank developerLoans { principal } buyerLoans { principal } } } } } } }`);
  type Side = { count: number; principal: number };
  const { edges, pageInfo } = data["socialHousingProjects"] as {
    edges: {
      node: {
        financing: {
          developerLoans: Side;
          buyerLoans: Side;
          byBank: { bank: string; developerLoans: Side; buyerLoans: Side }[];
        };
      };
    }[];
    pageInfo: { hasNextPage: boolean };
  };
  expect(pageInfo.hasNextPage).toBe(false);
  const projects = edges.map(({ node }) => node.financing);
  const { developers, buyers, byBank } = await ofUnit("24", 2025);
  expect(sum(projects.map(({ developerLoans }) => developerLoans.principal))).toBe(developers.drawn);
  expect(sum(projects.map(({ buyerLoans }) => buyerLoans.count))).toBe(buyers.loans);
  for (const { bank, ...lent } of byBank) {
    const shares = projects.flatMap((project) => project.byBank.filter((one) => one.bank === bank));
    expect(sum(shares.map(({ buyerLoans }) => buyerLoans.principal))).toBe(lent.buyers.drawn);
    expect(sum(shares.map(({ developerLoans }) => developerLoans.principal))).toBe(lent.developers.drawn);
  }
});

test("the package of 5 units takes as many statements as that of 50", async () => {
  const query = `query ($first: Int!) { administrativeUnits(first: $first, filter: { parent: "24@2025-07-01" }) {
    edges { node { housingPackage(year: 2025) { total { drawn } byBank { bank } } } } } }`;
  const counts = [];
  for (const first of [5, 50]) {
    graph.takeStatements();
    await graph.expectData(query, { first });
    counts.push(graph.takeStatements());
  }
  expect(counts[0]).toEqual(counts[1]);
});
