import { debtsOfHousehold } from "@an-sinh/credit-programs/credit-eligibility/household-debts.loaders";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { official, officialOf } from "../../../test/support/callers.js";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startCreditGraph } from "./support/credit-graph.js";

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const tables = {
      loans: [
        { principal: 50, outstanding: 20, overdue: 5, disbursedOn: "2022-03-01" },
        { householdId: "poor", principal: 40, outstanding: 0, writtenOff: 40, disbursedOn: "2021-05-01" },
        { householdId: "buyer", principal: 90, lenderName: "Ngân hàng Mẫu" },
        { householdId: "new", principal: 70, disbursedOn: "2024-07-01", writtenOff: 10, outstanding: 60 },
      ],
      repayments: [
        { paidOn: "2023-06-30", principal: 10 },
        { paidOn: "2025-06-30", principal: 20 },
      ],
      yearEnds: [
        { loanId: "l1", year: 2022, outstanding: 50, overdue: 0 },
        { loanId: "l1", year: 2023, outstanding: 40, overdue: 8 },
        { loanId: "l1", year: 2024, outstanding: 40, overdue: 30 },
        { loanId: "l2", year: 2022, outstanding: 40, overdue: 40 },
      ],
    } as const;
    graph = await startCreditGraph(tables, dialect);
  });
  afterAll(() => graph.close());

  const owed = async (household: string, on: string, caller = official) => {
    const debts = await graph.createContext(caller).load(debtsOfHousehold, household, { on });
    return debts.map(({ outstanding, overdue }) => [outstanding, overdue]);
  };

  test.each([
    ["2022-02-28", []],
    ["2022-03-01", [[50, 0]]],
    ["2023-06-29", [[50, 0]]],
    ["2023-06-30", [[40, 0]]],
    ["2023-12-31", [[40, 8]]],
    ["2024-11-30", [[40, 8]]],
    ["2025-06-30", [[20, 20]]],
    ["2025-12-31", [[20, 5]]],
    ["2026-05-01", [[20, 5]]],
  ])(
    "on %s the principal that was not paid back is owed, overdue as at the last year end",
    async (on, debts) => {
      expect(await owed("household", on)).toEqual(debts);
    },
  );

  test("a loan that was written off is owed until the first year end without a balance", async () => {
    expect(await owed("poor", "2022-12-31")).toEqual([[40, 40]]);
    expect(await owed("poor", "2023-12-30")).toEqual([[40, 40]]);
    expect(await owed("poor", "2023-12-31")).toEqual([[0, 0]]);
  });

  test("a loan of the year is owed although no year has ended since", async () => {
    expect(await owed("new", "2024-12-30")).toEqual([[70, 0]]);
    expect(await owed("new", "2025-12-31")).toEqual([[60, 0]]);
  });

  test("what is owed does not depend on who asks: also of loans, repayments and balances of other areas", async () => {
    for (const on of ["2023-12-31", "2025-06-30"])
      expect(await owed("household", on, officialOf("99@0"))).toEqual(await owed("household", on));
  });

  test("what a commercial bank lent is not owed to the policy bank", async () => {
    expect(await owed("buyer", "2025-12-31")).toEqual([]);
  });
});
