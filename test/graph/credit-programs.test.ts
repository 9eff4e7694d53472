import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { sum } from "../support/sum.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Statistics {
  readonly disbursed: number;
  readonly outstanding: number;
  readonly overdue: number;
  readonly overdueRatePercent: number;
  readonly borrowingHouseholds: number;
  readonly programs: readonly {
    program: { code: string };
    borrowers: number;
    households: number;
    disbursedLoans: number;
    disbursedHouseholds: number;
    disbursed: number;
    outstanding: number;
    overdue: number;
  }[];
}

async function statistics(code: string, on: string, year: number): Promise<Statistics> {
  const data = await graph.expectData(
    `query ($code: String!, $on: Date, $year: Int!) { administrativeUnit(code: $code, on: $on) { credit(year: $year) {
      disbursed outstanding overdue overdueRatePercent borrowingHouseholds
      programs { program { code } borrowers households disbursedLoans disbursedHouseholds disbursed outstanding overdue } } } }`,
    { code, on, year },
  );
  return (data["administrativeUnit"] as { credit: Statistics }).credit;
}

describe("programs", () => {
  const terms = `query ($code: String!, $on: Date) { creditProgram(code: $code) { lenderKind
    terms(on: $on) { annualRatePercent maximumPrincipal maximumFirmPrincipal maximumTermMonths legalBasis } } }`;

  test.each([
    ["POOR_HOUSEHOLDS", "2025-12-31", 6.6, 100_000_000, null, null],
    ["NEAR_POOR_HOUSEHOLDS", "2025-12-31", 7.92, 100_000_000, null, null],
    ["NEWLY_ESCAPED_HOUSEHOLDS", "2025-12-31", 8.25, 100_000_000, null, 60],
    ["CLEAN_WATER_AND_SANITATION", "2024-09-01", 9, 20_000_000, null, null],
    ["CLEAN_WATER_AND_SANITATION", "2024-09-02", 9, 50_000_000, null, null],
    ["JOB_CREATION", "2025-12-31", 7.92, 100_000_000, 2_000_000_000, null],
    ["JOB_CREATION", "2026-01-01", 8.382, 200_000_000, 10_000_000_000, 120],
    ["SOCIAL_HOUSING_PURCHASE", "2025-10-09", 6.6, null, null, null],
    ["SOCIAL_HOUSING_PURCHASE", "2025-10-10", 5.4, null, null, null],
  ])(
    "%s on %s: %d percent a year, at most %j dong, a firm %j",
    async (code, on, rate, principal, firm, months) => {
      const { creditProgram } = await graph.expectData(terms, { code, on });
      expect(creditProgram).toMatchObject({
        terms: {
          annualRatePercent: rate,
          maximumPrincipal: principal,
          maximumFirmPrincipal: firm,
          maximumTermMonths: months,
        },
      });
    },
  );

  test("of job creation lend to selected groups at the rate for poor households", async () => {
    const { creditProgram } = await graph.expectData(
      `{ creditProgram(code: "JOB_CREATION") { terms(on: "2026-11-01") { legalBasis percentOfBaseRate rateBase { code }
        preferredRates { annualRatePercent legalBasis } } } }`,
    );
    const preferred = { annualRatePercent: 6.6, legalBasis: expect.stringContaining("sample value") };
    expect(creditProgram).toEqual({
      terms: {
        legalBasis: "Decree 338/2025/ND-CP",
        percentOfBaseRate: 127,
        rateBase: { code: "POOR_HOUSEHOLDS" },
        preferredRates: [preferred, preferred, preferred],
      },
    });
  });

  test.each([
    ["SOCIAL_HOUSING_PURCHASE", "2024-07-31"],
    ["SOCIAL_HOUSING_PACKAGE", "2022-12-31"],
  ])("%s has no terms on %s", async (code, on) => {
    const data = await graph.expectData(terms, { code, on });
    expect(data["creditProgram"]).toMatchObject({ terms: null });
  });

  test("are listed by day and kind of lender", async () => {
    const data = await graph.expectData(`{
      package: creditPrograms(lenderKind: COMMERCIAL_BANK, on: "2024-01-01") { code }
      before: creditPrograms(lenderKind: COMMERCIAL_BANK, on: "2020-01-01") { code }
      all: creditPrograms { code } }`);
    expect(data).toMatchObject({ package: [{ code: "SOCIAL_HOUSING_PACKAGE" }], before: [] });
    expect(data["all"]).toHaveLength(8);
  });

  test("that do not exist are null", async () => {
    expect(await graph.expectData('{ creditProgram(code: "poor") { id } }')).toEqual({ creditProgram: null });
  });
});

describe("credit statistics", () => {
  test("show what Soc Son's loans of 2022 to 2024 come to (F75, F76)", async () => {
    const years = await Promise.all([2022, 2023, 2024].map((year) => statistics("016", "2024-12-31", year)));
    const programs = years.flatMap((year) => year.programs);
    expect(sum(years.map(({ disbursed }) => disbursed))).toBe(44_300_000_000);
    expect(sum(programs.map(({ disbursedHouseholds }) => disbursedHouseholds))).toBe(1_112);
  });

  test("add up over the programs; what is overdue is compared with the loans of the policy bank alone", async () => {
    const { programs, ...total } = await statistics("24", "2025-12-31", 2025);
    expect(total.outstanding).toBe(sum(programs.map(({ outstanding }) => outstanding)));
    expect(total.overdue).toBe(sum(programs.map(({ overdue }) => overdue)));
    expect(total.overdue).toBeGreaterThan(0);
    const ofPolicyBank = programs.filter(({ program }) => program.code !== "SOCIAL_HOUSING_PACKAGE");
    const outstanding = sum(ofPolicyBank.map((program) => program.outstanding));
    expect(outstanding).toBeLessThan(total.outstanding);
    expect(total.overdueRatePercent).toBeCloseTo((100 * total.overdue) / outstanding, 3);
  });

  test("count a household that borrows under several programs once", async () => {
    const { programs, borrowingHouseholds } = await statistics("24", "2025-12-31", 2025);
    expect(borrowingHouseholds).toBeLessThan(sum(programs.map(({ households }) => households)));
    expect(borrowingHouseholds).toBeGreaterThan(Math.max(...programs.map(({ households }) => households)));
  });

  test.each([2021, 2023, 2025])("of a merged province are those of its predecessors in %d", async (year) => {
    const merged = await statistics("24", "2025-12-31", year);
    const former = await Promise.all(["24", "27"].map((code) => statistics(code, "2024-12-31", year)));
    expect(merged.borrowingHouseholds).toBeGreaterThan(0);
    expect(merged.borrowingHouseholds).toBe(sum(former.map((unit) => unit.borrowingHouseholds)));
    expect(merged.outstanding).toBe(sum(former.map(({ outstanding }) => outstanding)));
  });

  test("of a year without data are zeros", async () => {
    expect(await statistics("01", "2025-12-31", 1990)).toEqual({
      disbursed: 0,
      outstanding: 0,
      overdue: 0,
      overdueRatePercent: 0,
      borrowingHouseholds: 0,
      programs: [],
    });
  });

  test.each([1944, 2101])("of the year %d are refused", async (year) => {
    const { errors } = await graph.query(
      'query ($year: Int!) { administrativeUnit(code: "01") { credit(year: $year) { year } } }',
      { year },
    );
    expect(errors?.[0]).toMatchObject({
      message: `year: expected a year from 1945 to 2100, but got: ${year}.`,
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});
