import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Statistics {
  readonly program: { readonly code: string };
  readonly recipients: readonly { readonly unit: string; readonly count: number }[];
  readonly households: number;
  readonly amount: number;
}
interface Assistance {
  readonly id: string;
  readonly amount: number;
  readonly isMonthly: boolean;
  readonly from: string;
  readonly to: string | null;
  readonly program: { readonly code: string };
  readonly person: { readonly id: string; readonly birthDate: string } | null;
}
interface Household {
  readonly assistance: readonly Assistance[];
}

const figures = "{ program { code } recipients { unit count } households amount }";

/** What one program gave in a unit, the unit being that of a day. */
async function assistance(code: string, on: string, field: string, program: string): Promise<Statistics> {
  const data = await graph.expectData(
    `query ($code: String!, $on: Date!) { administrativeUnit(code: $code, on: $on) { statistics: ${field} ${figures} } }`,
    { code, on },
  );
  const { statistics } = data["administrativeUnit"] as { statistics: Statistics[] };
  const found = statistics.find((row) => row.program.code === program);
  if (!found) throw new Error(`Expected ${program} for ${code}, but got: ${JSON.stringify(statistics)}`);
  return found;
}

async function households(unit: string, selection: string, first = 100): Promise<Household[]> {
  const data = await graph.expectData(
    `{ households(first: ${first}, filter: { administrativeUnit: "${unit}" }) { edges { node { ${selection} } } } }`,
  );
  const { edges } = data["households"] as { edges: { node: Household }[] };
  return edges.map(({ node }) => node);
}

const ofProgram = (rows: readonly Household[], code: string) =>
  rows.flatMap((row) => row.assistance.filter(({ program }) => program.code === code));

const details = "id amount isMonthly from to program { code } person { id birthDate }";

test("the COVID-19 package of Bac Ninh is counted by kind of recipient (F26 to F29)", async () => {
  const { recipients, amount } = await assistance("24", "2025-12-31", "assistance(year: 2021)", "COVID_19");
  const count = (unit: string) => recipients.find((row) => row.unit === unit)?.count ?? 0;
  expect(count("ENTERPRISES")).toBe(7_523);
  expect(count("BUSINESS_HOUSEHOLDS")).toBe(4_891);
  expect(count("PEOPLE")).toBeLessThanOrEqual(953_000);
  expect(count("PEOPLE")).toBeGreaterThan(950_000);
  expect(amount).toBeGreaterThan(1_199_000_000_000);
});

test("what a unit reported as a whole does not count for a part of it", async () => {
  const data = await graph.expectData(
    `{ administrativeUnit(code: "27", on: "2021-12-31") { assistance(year: 2021) ${figures} } }`,
  );
  const { assistance: rows } = data["administrativeUnit"] as { assistance: Statistics[] };
  expect(rows.map(({ program }) => program.code)).not.toContain("COVID_19");
});

test("what a district reported counts for its province, too", async () => {
  const period = "assistanceInPeriod(fromYear: 2022, toYear: 2024)";
  const baVi = await assistance("271", "2024-12-31", period, "GIFT");
  const haNoi = await assistance("01", "2024-12-31", period, "GIFT");
  expect(haNoi.amount).toBeGreaterThan(baVi.amount);
});

test("gifts and social insurance payments of Ba Vi came to 2 billion dong from 2022 to 2024 (F74)", async () => {
  const years = await Promise.all(
    [2022, 2023, 2024].map((year) => assistance("271", "2024-12-31", `assistance(year: ${year})`, "GIFT")),
  );
  expect(years.reduce((sum, { amount }) => sum + amount, 0)).toBe(2_000_000_000);
});

test("165 households of Soc Son got breeding cows for more than 2.8 billion dong (F77, F78)", async () => {
  const period = "assistanceInPeriod(fromYear: 2022, toYear: 2024)";
  const { households: count, amount } = await assistance("016", "2024-12-31", period, "BREEDING_STOCK");
  expect(count).toBe(165);
  expect(amount).toBeGreaterThan(2_800_000_000);
});

test("more than 180 models supported more than 4,000 households in Quang Ninh (F47, F48)", async () => {
  const period = "(fromYear: 2021, toYear: 2025)";
  const data = await graph.expectData(
    `{ administrativeUnit(code: "22") { livelihoodModels${period} { models budget } } }`,
  );
  const { livelihoodModels: models } = data["administrativeUnit"] as {
    livelihoodModels: { models: number; budget: number };
  };
  const supported = await assistance("22", "2025-12-31", `assistanceInPeriod${period}`, "LIVELIHOOD_MODEL");
  expect(models.models).toBeGreaterThan(180);
  expect(supported.households).toBeGreaterThan(4_000);
  expect(models.budget).toBeGreaterThanOrEqual(supported.amount);
});

test("a commune's monthly payments are the months begun of every grant", async () => {
  const rows = await households("00394@0", `assistance { ${details} }`);
  const monthly = ofProgram(rows, "MONTHLY_ALLOWANCE");
  const paid = monthly.reduce((sum, row) => sum + row.amount * monthsIn2024(row), 0);
  const people = new Set(monthly.filter((row) => monthsIn2024(row) > 0).map(({ person }) => person?.id));
  const counted = await assistance("00394", "2024-12-31", "assistance(year: 2024)", "MONTHLY_ALLOWANCE");
  expect(counted.amount).toBe(paid);
  expect(counted.recipients).toEqual([{ unit: "PEOPLE", count: people.size }]);
});

function monthsIn2024({ from, to }: Assistance): number {
  const first = from > "2024-01-01" ? from : "2024-01-01";
  const last = to !== null && to < "2024-12-31" ? to : "2024-12-31";
  return first > last ? 0 : Number(last.slice(5, 7)) - Number(first.slice(5, 7)) + 1;
}

test("the standard level rose from 360,000 to 500,000 dong on 2024-07-01 (Decree 76/2024)", async () => {
  const data = await graph.expectData(`{ assistancePrograms { code
    before: levels(on: "2024-06-30") { monthlyAmount } after: levels(on: "2024-07-01") { monthlyAmount legalBasis } } }`);
  expect(data["assistancePrograms"]).toContainEqual({
    code: "MONTHLY_ALLOWANCE",
    before: [{ monthlyAmount: 360_000 }],
    after: [{ monthlyAmount: 500_000, legalBasis: "Decree 76/2024/ND-CP" }],
  });
});

test("nobody draws the social pension before 70, before 2025-07-01 or beside an allowance (Decree 176/2025)", async () => {
  const rows = await households("24@2025-07-01", `assistance(from: "2025-12-31") { ${details} }`);
  const pensions = ofProgram(rows, "SOCIAL_PENSION");
  expect(pensions.length).toBeGreaterThan(0);
  const allowed = new Set(ofProgram(rows, "MONTHLY_ALLOWANCE").map(({ person }) => person?.id));
  for (const { amount, isMonthly, from, person } of pensions) {
    expect({ amount, isMonthly }).toEqual({ amount: 500_000, isMonthly: true });
    expect(from >= "2025-07-01").toBe(true);
    expect((person?.birthDate ?? "9999") < "1956-01-01").toBe(true);
    expect(allowed).not.toContain(person?.id);
  }
});

test("a household's assistance is asked for by days, and a person's own leads back to the household", async () => {
  const rows = await households(
    "271@0",
    `code assistance(from: "2023-01-01", to: "2023-12-31") { id from to household { code }
      person { assistance(from: "2023-01-01", to: "2023-12-31") { id } } program { code } }`,
  );
  const granted = rows.flatMap((row) => row.assistance);
  expect(granted.length).toBeGreaterThan(0);
  for (const { id, from, to, person } of granted) {
    expect(from <= "2023-12-31" && (to === null || to >= "2023-01-01")).toBe(true);
    if (person) expect(person).toMatchObject({ assistance: expect.arrayContaining([{ id }]) });
  }
});

test("assistance takes as many statements for one unit and household as for a hundred", async () => {
  const units = (
    first: number,
  ) => `{ administrativeUnits(first: ${first}, filter: { parent: "24@2025-07-01" }) {
    edges { node { assistance(year: 2025) { amount program { name levels { legalBasis } } }
      livelihoodModels(fromYear: 2021, toYear: 2025) { models } } } } }`;
  const list = (first: number) => `{ households(first: ${first}, filter: { administrativeUnit: "22@0" }) {
    edges { node { assistance { amount program { name } person { fullName } livelihoodModel { name households } } } } } }`;
  const counts: Record<string, number>[] = [];
  for (const query of [units(1), units(100), list(20), list(100)]) {
    graph.takeStatements();
    await graph.expectData(query);
    counts.push(graph.takeStatements());
  }
  expect(counts[1]).toEqual(counts[0]);
  expect(counts[3]).toEqual(counts[2]);
});

test.each(["assistance(year: 1900)", "assistanceInPeriod(fromYear: 2024, toYear: 2022)"])(
  "%s is refused: nobody can mean it",
  async (field) => {
    const { errors } = await graph.query(`{ administrativeUnit(code: "24") { ${field} { amount } } }`);
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  },
);
