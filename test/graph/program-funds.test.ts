import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Target {
  readonly indicator: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly reachedYear: number | null;
  readonly planned: number;
  readonly achieved: number | null;
  readonly percentOfPlan: number | null;
}
interface Capital {
  readonly source: string;
  readonly allocated: number;
  readonly disbursed: number;
  readonly componentProject: { readonly id: string; readonly name: string };
  readonly subProject: { readonly id: string };
}

async function ofUnit<Value>(code: string, on: string, selection: string): Promise<Value> {
  const data = await graph.expectData(
    `query ($code: String!, $on: Date!) { administrativeUnit(code: $code, on: $on) { value: ${selection} } }`,
    { code, on },
  );
  return (data["administrativeUnit"] as { value: Value }).value;
}

const targetsOf = (code: string, year = 2024) =>
  ofUnit<Target[]>(
    code,
    "2024-12-31",
    `targets(year: ${year}) { indicator fromYear toYear reachedYear planned achieved percentOfPlan }`,
  );

const sum = (rows: readonly Capital[]) => rows.reduce((total, { allocated }) => total + allocated, 0);

test("Ba Vi's Fund for the Poor received 14.11 billion dong from 2022 to 2024 (F70)", async () => {
  const fund = await ofUnit<{ received: number; spent: number; years: { received: number }[] }>(
    "271",
    "2024-12-31",
    "fundForThePoor(fromYear: 2022, toYear: 2024) { received spent years { received } }",
  );
  expect(fund.received).toBe(14_110_000_000);
  expect(fund.years.map(({ received }) => received).reduce((a, b) => a + b)).toBe(fund.received);
  expect(fund.spent).toBeLessThanOrEqual(fund.received);
});

test("Ba Vi's communes have a part of what its Fund for the Poor received", async () => {
  const data =
    await graph.expectData(`{ administrativeUnits(first: 100, filter: { parent: "271@0", level: COMMUNE }) {
    edges { node { fundForThePoor(fromYear: 2022, toYear: 2024) { received } } } } }`);
  const { edges } = data["administrativeUnits"] as {
    edges: { node: { fundForThePoor: { received: number } } }[];
  };
  const received = edges.map(({ node }) => node.fundForThePoor.received);
  expect(Math.min(...received)).toBeGreaterThan(0);
  expect(received.reduce((a, b) => a + b)).toBeLessThan(14_110_000_000);
});

test("the Cow Bank gave a calf in Yen Lap", async () => {
  const given = await ofUnit<{ program: { code: string }; households: number }[]>(
    "234",
    "2024-12-31",
    "assistanceInPeriod(fromYear: 2020, toYear: 2024) { program { code } households }",
  );
  expect(given.find(({ program }) => program.code === "COW_BANK")?.households).toBe(1);
});

test("a fund without a record received nothing", async () => {
  const fund = await ofUnit(
    "271",
    "2024-12-31",
    "fundForThePoor(fromYear: 1999, toYear: 2000) { received years { year } }",
  );
  expect(fund).toEqual({ received: 0, years: [] });
});

test("Quang Ninh had more than 524 billion dong of capital, 362 central, in 3 projects and 8 sub-projects (F43 to F46)", async () => {
  const rows = await ofUnit<Capital[]>(
    "22",
    "2025-12-31",
    `capital(program: "SUSTAINABLE_POVERTY_REDUCTION") { source allocated disbursed componentProject { id name } subProject { id } }`,
  );
  expect([...new Set(rows.map(({ componentProject }) => componentProject.name))]).toEqual([
    "Production and livelihoods",
    "Essential infrastructure",
    "Capacity, communication and monitoring",
  ]);
  expect(sum(rows)).toBeGreaterThan(524_000_000_000);
  expect(sum(rows.filter(({ source }) => source === "CENTRAL_BUDGET"))).toBe(362_000_000_000);
  expect(new Set(rows.map(({ componentProject }) => componentProject.id)).size).toBe(3);
  expect(new Set(rows.map(({ subProject }) => subProject.id)).size).toBe(8);
  expect(rows.every(({ allocated, disbursed }) => disbursed <= allocated)).toBe(true);
});

test("an unknown program of capital is refused with the known ones", async () => {
  const { errors } = await graph.query(
    '{ administrativeUnit(code: "22") { capital(program: "ROADS") { source } } }',
  );
  expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  expect(errors?.[0]?.message).toContain("SUSTAINABLE_POVERTY_REDUCTION");
});

test("Quang Ninh gave 1.3 to 1.5 times what the central government gives (F49, F50)", async () => {
  const rows = await ofUnit<{ timesCentral: number }[]>(
    "22",
    "2025-12-31",
    "supportTopUps(year: 2023) { timesCentral }",
  );
  const times = rows.map(({ timesCentral }) => timesCentral);
  expect([Math.min(...times), Math.max(...times)]).toEqual([1.3, 1.5]);
});

test("Phu Tho reached its targets of 2024, 0.6 and 0.3 points less, by the register (F35, F36)", async () => {
  const reached = { fromYear: 2024, toYear: 2024, reachedYear: null, percentOfPlan: 100 };
  expect(await targetsOf("25")).toEqual([
    { ...reached, indicator: "NEAR_POVERTY_RATE_REDUCTION", planned: 0.3, achieved: 0.3 },
    { ...reached, indicator: "POVERTY_RATE_REDUCTION", planned: 0.6, achieved: 0.6 },
  ]);
});

test("Phu Tho's districts planned 0.03 to 1.72 points, Tan Son, Yen Lap and Cam Khe the most (F37, F38)", async () => {
  const data =
    await graph.expectData(`{ administrativeUnits(first: 100, filter: { parent: "25@0", level: DISTRICT }) {
    edges { node { code targets(year: 2024) { indicator planned achieved } } } } }`);
  const { edges } = data["administrativeUnits"] as { edges: { node: { code: string; targets: Target[] } }[] };
  const planned = edges
    .flatMap(({ node }) =>
      node.targets
        .filter(({ indicator }) => indicator === "POVERTY_RATE_REDUCTION")
        .map((target) => ({ code: node.code, points: target.planned })),
    )
    .toSorted((a, b) => b.points - a.points);
  expect(planned).toHaveLength(13);
  expect([planned.at(-1)?.points, planned[0]?.points]).toEqual([0.03, 1.72]);
  expect(planned.slice(0, 3).map(({ code }) => code)).toEqual(["240", "234", "235"]);
});

test("Tan Son reached its targets: half of its areas out of extreme difficulty, 3 points a year less (F39 to F41)", async () => {
  const targets = new Map((await targetsOf("240")).map((target) => [target.indicator, target]));
  expect(targets.get("POVERTY_RATE_REDUCTION")?.achieved).toBe(1.7);
  expect(targets.get("LOCALITIES_OUT_OF_EXTREME_DIFFICULTY")).toMatchObject({ planned: 50, achieved: 50 });
  expect(targets.get("ETHNIC_MINORITY_POVERTY_RATE_REDUCTION")).toMatchObject({
    planned: 3,
    achieved: 3.108,
    percentOfPlan: 103.6,
  });
});

test("Ha Noi's poor became fewer by more than 182 % of the plan for 2022 to 2025, a year early (F59)", async () => {
  const [target] = await targetsOf("01");
  expect(target).toMatchObject({ fromYear: 2022, toYear: 2025, reachedYear: 2024, achieved: 3_710 });
  expect(await targetsOf("01", 2025)).toEqual([target]);
  expect(target?.percentOfPlan).toBeGreaterThan(182);
  expect(target?.percentOfPlan).toBeLessThan(183);
});

test("the former Bac Ninh made 27,000 to 30,000 new jobs a year and had 78 % trained workers (F04 to F06)", async () => {
  const labor = (year: number) =>
    ofUnit<{ newJobs: number; trainedWorkerRatePercent: number | null } | null>(
      "27",
      "2024-12-31",
      `labor(year: ${year}) { newJobs trainedWorkerRatePercent }`,
    );
  const years = await Promise.all([2021, 2022, 2023, 2024].map(labor));
  const jobs = years.map((year) => year?.newJobs ?? 0);
  expect([Math.min(...jobs), Math.max(...jobs)]).toEqual([27_000, 30_000]);
  expect(years[2]?.trainedWorkerRatePercent).toBe(78);
  expect(await labor(2010)).toBeNull();
});

test("funds, capital, top-ups, targets and labor take as many statements for one unit as for all districts", async () => {
  const query = (
    narrowed: string,
  ) => `{ administrativeUnits(first: 100, filter: { parent: "25@0", level: DISTRICT ${narrowed} }) {
    edges { node { fundForThePoor(fromYear: 2022, toYear: 2024) { spent } supportTopUps { support }
      capital(program: "SUSTAINABLE_POVERTY_REDUCTION") { allocated componentProject { name } }
      targets(year: 2024) { achieved percentOfPlan } labor(year: 2024) { newJobs } } } } }`;
  graph.takeStatements();
  await graph.expectData(query(', code: "240"'));
  const one = graph.takeStatements();
  await graph.expectData(query(""));
  expect(graph.takeStatements()).toEqual(one);
});
