import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startCreditGraph } from "./support/credit-graph.js";

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const tables = {
      programs: [
        { code: "STUDENTS" },
        { code: "JOBS" },
        { code: "HOUSING" },
        { code: "PACKAGE", lenderKind: "COMMERCIAL_BANK" },
      ],
      terms: [
        { programId: "JOBS", validFrom: "2019-11-08", validTo: "2025-12-31", annualRatePercent: 7.92 },
        {
          programId: "JOBS",
          validFrom: "2026-01-01",
          annualRatePercent: null,
          rateBaseProgramId: "HOUSING",
          percentOfBaseRate: 127,
          maximumPrincipal: 200_000_000,
          maximumFirmPrincipal: 10_000_000_000,
        },
        { programId: "HOUSING", validTo: "2026-06-30", annualRatePercent: 6.6 },
        { programId: "HOUSING", validFrom: "2026-07-01", annualRatePercent: 6 },
        { programId: "PACKAGE", validFrom: "2023-04-01", annualRatePercent: null },
      ],
      preferredRates: [{ borrowers: "PERSONS_WITH_DISABILITIES" }, { borrowers: "FIRMS_EMPLOYING_THEM" }],
    } as const;
    graph = await startCreditGraph(tables, dialect);
  });
  afterAll(() => graph.close());

  test.each([
    ["2019-11-07", null],
    ["2019-11-08", 7.92],
    ["2025-12-31", 7.92],
    ["2026-01-01", 8.382],
    ["2026-07-01", 7.62],
  ])("terms are those in force on the day: on %s the rate is %d", async (on, rate) => {
    const { creditProgram } = await graph.expectData<{
      creditProgram: { terms: { annualRatePercent: number } | null };
    }>('query ($on: Date) { creditProgram(code: "JOBS") { terms(on: $on) { annualRatePercent } } }', { on });
    expect(creditProgram.terms?.annualRatePercent ?? null).toBe(rate);
  });

  test("terms name the program whose rate they follow, and the lower rates of the day", async () => {
    const { creditProgram } = await graph.expectData<{ creditProgram: object }>(
      `{ creditProgram(code: "JOBS") { before: terms(on: "2025-12-31") { rateBase { code } preferredRates { borrowers } }
        terms(on: "2026-07-01") { rateBase { code } percentOfBaseRate maximumFirmPrincipal
          preferredRates { borrowers annualRatePercent percentOfBaseRate rateBase { code } legalBasis } } } }`,
    );
    const lower = { annualRatePercent: 6, percentOfBaseRate: 100, rateBase: { code: "HOUSING" } };
    const legalBasis = "Decree 338/2025/ND-CP";
    expect(creditProgram).toEqual({
      before: { rateBase: null, preferredRates: [] },
      terms: {
        rateBase: { code: "HOUSING" },
        percentOfBaseRate: 127,
        maximumFirmPrincipal: 10_000_000_000,
        preferredRates: [
          { ...lower, borrowers: "FIRMS_EMPLOYING_THEM", legalBasis },
          { ...lower, borrowers: "PERSONS_WITH_DISABILITIES", legalBasis },
        ],
      },
    });
  });

  test("the terms of all days are listed, the earliest first", async () => {
    const query = "{ creditPrograms { code termsHistory { validFrom annualRatePercent } } }";
    expect(await graph.expectData(query)).toEqual({
      creditPrograms: [
        {
          code: "HOUSING",
          termsHistory: [
            { validFrom: "2020-01-01", annualRatePercent: 6.6 },
            { validFrom: "2026-07-01", annualRatePercent: 6 },
          ],
        },
        {
          code: "JOBS",
          termsHistory: [
            { validFrom: "2019-11-08", annualRatePercent: 7.92 },
            { validFrom: "2026-01-01", annualRatePercent: 8.382 },
          ],
        },
        { code: "PACKAGE", termsHistory: [{ validFrom: "2023-04-01", annualRatePercent: null }] },
        { code: "STUDENTS", termsHistory: [] },
      ],
    });
  });

  test.each([
    [{}, ["HOUSING", "JOBS", "PACKAGE", "STUDENTS"]],
    [{ lenderKind: "POLICY_BANK" }, ["HOUSING", "JOBS", "STUDENTS"]],
    [{ on: "2023-03-31" }, ["HOUSING", "JOBS"]],
    [{ on: "2023-04-01" }, ["HOUSING", "JOBS", "PACKAGE"]],
    [{ on: "2023-04-01", lenderKind: "COMMERCIAL_BANK" }, ["PACKAGE"]],
    [{ on: "2010-01-01" }, []],
  ])("of the arguments %j the programs are %j, by code", async (variables, codes) => {
    const query = `query ($on: Date, $lenderKind: LenderKind) {
      creditPrograms(on: $on, lenderKind: $lenderKind) { code } }`;
    expect(await graph.expectData(query, variables)).toEqual({
      creditPrograms: codes.map((code) => ({ code })),
    });
  });
});
