import { updateBalances } from "@an-sinh/credit-programs/loan-balance/loan-balance.service";
import { LoanYearEndEntity } from "@an-sinh/credit-programs/loan/loan-year-end.entity";
import { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import { updateOrganizations } from "@an-sinh/credit-programs/loan-balance/loan-organization.service";
import { SavingsGroupEntity } from "@an-sinh/credit-programs/savings-group/savings-group.entity";
import { bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startCreditGraph } from "./support/credit-graph.js";
import { savingsGroup } from "./support/rows.js";

const inGroup = { savingsGroupId: "g1", entrustedOrganization: "WOMENS_UNION" } as const;

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeEach(async () => {
    const tables = {
      groups: [{}],
      loans: [
        { ...inGroup, principal: 100, disbursedOn: "2023-05-01" },
        { principal: 80, disbursedOn: "2024-05-01" },
      ],
      repayments: [{ paidOn: "2024-02-01", principal: 30 }],
      yearEnds: [
        { loanId: "l1", year: 2022, outstanding: 1 },
        { loanId: "l1", year: 2024, outstanding: 99, overdue: 7, status: "EXTENDED" },
        { loanId: "l2", year: 2024, outstanding: 79 },
      ],
    } as const;
    graph = await startCreditGraph(tables, dialect);
  });
  afterEach(() => graph.close());

  test("repayments bring a loan and its balances in line, and leave other loans alone", async () => {
    const [loans, balances] = await graph.database.write(async (manager) => {
      await updateBalances(manager, ["l1"]);
      return [
        await tableOf(manager, LoanEntity).readBy("id", ["l1", "l2"]),
        await tableOf(manager, LoanYearEndEntity).readBy("loanId", ["l1", "l2"]),
      ] as const;
    });
    expect(Object.fromEntries(loans.map(({ id, outstanding }) => [id, outstanding]))).toEqual({
      l1: 70,
      l2: 80,
    });
    const rows = balances.map(({ loanId, year, outstanding, overdue, status }) =>
      [loanId, year, outstanding, overdue, status].join(" "),
    );
    expect(rows.toSorted()).toEqual([
      "l1 2023 100 0 CURRENT",
      "l1 2024 70 7 EXTENDED",
      "l1 2025 70 0 CURRENT",
      "l2 2024 79 0 CURRENT",
    ]);
  });

  test("a loan of which more was paid back than was lent is named, and keeps its balances", async () => {
    const [overpaid, balances] = await graph.database.write(async (manager) => {
      await manager.update(LoanEntity, "l1", { principal: 20 });
      return [
        await updateBalances(manager, ["l1"]),
        await tableOf(manager, LoanYearEndEntity).readBy("loanId", ["l1"]),
      ] as const;
    });
    expect(overpaid).toEqual(["l1"]);
    expect(balances.map(({ year }) => year).toSorted()).toEqual([2022, 2024]);
  });

  test("loans and balances follow the organization of their group", async () => {
    const before = savingsGroup({}, 0);
    const after = { ...before, entrustedOrganization: "FARMERS_UNION" as const };
    const [loans, balances] = await graph.database.write(async (manager) => {
      await bulkUpsert(manager, SavingsGroupEntity, [after]);
      await updateOrganizations(manager, [{ before, after }]);
      return [
        await tableOf(manager, LoanEntity).readBy("id", ["l1", "l2"]),
        await tableOf(manager, LoanYearEndEntity).readBy("loanId", ["l1"]),
      ] as const;
    });
    const organizations = loans.map(({ id, entrustedOrganization }) => [id, entrustedOrganization]);
    expect(Object.fromEntries(organizations)).toEqual({ l1: "FARMERS_UNION", l2: null });
    expect(balances.map(({ entrustedOrganization }) => entrustedOrganization)).toEqual([
      "FARMERS_UNION",
      "FARMERS_UNION",
    ]);
  });
});
