import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startCreditGraph } from "./support/credit-graph.js";

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const tables = {
      programs: [{ code: "STUDENTS" }, { code: "JOBS" }, { code: "PACKAGE", lenderKind: "COMMERCIAL_BANK" }],
      terms: [
        { programId: "JOBS", validFrom: "2019-11-08", validTo: "2025-12-31", annualRatePercent: 7.92 },
        {
          programId: "JOBS",
          validFrom: "2026-01-01",
          annualRatePercent: 8.38,
          maximumPrincipal: 200_000_000,
        },
        { programId: "PACKAGE", validFrom: "2023-04-01", annualRatePercent: null },
      ],
    } as const;
    graph = await startCreditGraph(tables, dialect);
  });
  afterAll(() => graph.close());

  test.each([
    ["2019-11-07", null],
    ["2019-11-08", 7.92],
    ["2025-12-31", 7.92],
    ["2026-01-01", 8.38],
  ])("terms are those in force on the day: on %s the rate is %d", async (on, rate) => {
    const { creditProgram } = await graph.expectData<{
      creditProgram: { terms: { annualRatePercent: number } | null };
    }>('query ($on: Date) { creditProgram(code: "JOBS") { terms(on: $on) { annualRatePercent } } }', { on });
    expect(creditProgram.terms?.annualRatePercent ?? null).toBe(rate);
  });

  test("the terms of all days are listed, the earliest first", async () => {
    const query = "{ creditPrograms { code termsHistory { validFrom } } }";
    expect(await graph.expectData(query)).toEqual({
      creditPrograms: [
        { code: "JOBS", termsHistory: [{ validFrom: "2019-11-08" }, { validFrom: "2026-01-01" }] },
        { code: "PACKAGE", termsHistory: [{ validFrom: "2023-04-01" }] },
        { code: "STUDENTS", termsHistory: [] },
      ],
    });
  });

  test.each([
    [{}, ["JOBS", "PACKAGE", "STUDENTS"]],
    [{ lenderKind: "POLICY_BANK" }, ["JOBS", "STUDENTS"]],
    [{ on: "2023-03-31" }, ["JOBS"]],
    [{ on: "2023-04-01" }, ["JOBS", "PACKAGE"]],
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
