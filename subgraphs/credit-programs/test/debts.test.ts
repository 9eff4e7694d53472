import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { office, startCreditGraph } from "./support/credit-graph.js";
import { packageLoan } from "./support/rows.js";

const territory = { "27@1997-01-01": ["here"], "24@2025-07-01": ["here", "there"] };

const womens = { savingsGroupId: "g1", entrustedOrganization: "WOMENS_UNION" } as const;
const youth = { savingsGroupId: "g2", entrustedOrganization: "YOUTH_UNION" } as const;

const amounts = "loans households outstanding overdue";

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const tables = {
      territory,
      programs: [{}, { code: "SOCIAL_HOUSING_PACKAGE", lenderKind: "COMMERCIAL_BANK" }],
      offices: [office("office"), office("other")],
      groups: [{}, { entrustedOrganization: "YOUTH_UNION" }, { localityId: "there" }],
      loans: [
        { ...womens, principal: 40 },
        { ...womens, principal: 60, status: "OVERDUE" },
        { ...youth, principal: 30, householdId: "h2", transactionOfficeId: "other" },
        { principal: 10, householdId: "h3" },
        { ...womens, principal: 90, localityId: "there", householdId: "h4", savingsGroupId: "g3" },
        packageLoan({ principal: 5_000 }),
      ],
      yearEnds: [
        { loanId: "l1", year: 2024, overdue: 5, status: "PARTLY_OVERDUE" },
        { loanId: "l2", year: 2024, overdue: 60 },
        { loanId: "l3", year: 2024, overdue: 20, status: "PARTLY_OVERDUE" },
        { loanId: "l4", year: 2024 },
        { loanId: "l5", year: 2024, overdue: 90, status: "OVERDUE" },
        { loanId: "l6", year: 2024 },
        { loanId: "l1", year: 2023 },
      ],
    } as const;
    graph = await startCreditGraph(tables, dialect);
  });
  afterAll(() => graph.close());

  async function debts(id: string, year: number, selection: string): Promise<Record<string, unknown>> {
    const [unit] = await graph.expectEntities<{ debts: Record<string, unknown> }>(
      "AdministrativeUnit",
      [{ id }],
      `debts(year: ${year}) { ${selection} }`,
    );
    return unit?.debts ?? {};
  }

  test.each([
    ["27@1997-01-01", 2024, { loans: 4, households: 3, outstanding: 140, overdue: 85 }],
    ["24@2025-07-01", 2024, { loans: 5, households: 4, outstanding: 230, overdue: 175 }],
    ["27@1997-01-01", 2023, { loans: 1, households: 1, outstanding: 40, overdue: 0 }],
    ["27@1997-01-01", 2022, { loans: 0, households: 0, outstanding: 0, overdue: 0 }],
    ["nowhere@0", 2024, { loans: 0, households: 0, outstanding: 0, overdue: 0 }],
  ])("%s owes the policy bank at the end of %i: %j, commercial banks left out", async (id, year, total) => {
    expect(await debts(id, year, `total { ${amounts} }`)).toEqual({ total });
  });

  test("the overdue rate is to three decimals", async () => {
    expect(await debts("27@1997-01-01", 2024, "total { overdueRatePercent }")).toEqual({
      total: { overdueRatePercent: 60.714 },
    });
  });

  test("the debts stand apart by status, organization and office", async () => {
    const selection = `byStatus { status ${amounts} }
      byEntrustedOrganization { entrustedOrganization outstanding }
      byTransactionOffice { transactionOffice { id } outstanding }`;
    expect(await debts("27@1997-01-01", 2024, selection)).toEqual({
      byStatus: [
        { status: "CURRENT", loans: 1, households: 1, outstanding: 10, overdue: 0 },
        { status: "OVERDUE", loans: 1, households: 1, outstanding: 60, overdue: 60 },
        { status: "PARTLY_OVERDUE", loans: 2, households: 2, outstanding: 70, overdue: 25 },
      ],
      byEntrustedOrganization: [
        { entrustedOrganization: null, outstanding: 10 },
        { entrustedOrganization: "WOMENS_UNION", outstanding: 100 },
        { entrustedOrganization: "YOUTH_UNION", outstanding: 30 },
      ],
      byTransactionOffice: [
        { transactionOffice: { id: "office" }, outstanding: 110 },
        { transactionOffice: { id: "other" }, outstanding: 30 },
      ],
    });
  });

  test("the groups with most overdue come first, and agree with what the groups say", async () => {
    const selection = (first: number) =>
      `mostOverdueSavingsGroups(first: ${first}) { ${amounts} savingsGroup { id debts(year: 2024) { ${amounts} } } }`;
    const g1 = { loans: 2, households: 1, outstanding: 100, overdue: 65 };
    const g2 = { loans: 1, households: 1, outstanding: 30, overdue: 20 };
    const g3 = { loans: 1, households: 1, outstanding: 90, overdue: 90 };
    const group = (id: string, debt: object) => ({ ...debt, savingsGroup: { id, debts: debt } });
    expect(await debts("24@2025-07-01", 2024, selection(2))).toEqual({
      mostOverdueSavingsGroups: [group("g3", g3), group("g1", g1)],
    });
    expect(await debts("27@1997-01-01", 2024, selection(100))).toEqual({
      mostOverdueSavingsGroups: [group("g1", g1), group("g2", g2)],
    });
    expect(await debts("27@1997-01-01", 2023, selection(100))).toEqual({ mostOverdueSavingsGroups: [] });
  });

  test.each([0, 101])("%i groups are refused", async (first) => {
    const { errors } = await graph.query(
      `{ _entities(representations: [{ __typename: "AdministrativeUnit", id: "27@1997-01-01" }]) {
        ... on AdministrativeUnit { debts(year: 2024) { mostOverdueSavingsGroups(first: ${first}) { overdue } } } } }`,
    );
    expect(errors?.[0]).toMatchObject({
      message: `first: expected a number from 1 to 100, but got: ${first}.`,
      extensions: { code: "BAD_USER_INPUT", argument: "first" },
    });
  });

  test.each([1, 50])("%i units take four statements with all that hangs on their debts", async (count) => {
    const ids = Array.from({ length: count }, (_, index) => (index === 0 ? "24@2025-07-01" : `${index}@0`));
    graph.takeStatements();
    await graph.expectEntities(
      "AdministrativeUnit",
      ids.map((id) => ({ id })),
      `debts(year: 2024) { total { overdue } byStatus { overdue } byEntrustedOrganization { overdue }
        byTransactionOffice { transactionOffice { name } } mostOverdueSavingsGroups { savingsGroup { name } } }`,
    );
    expect(graph.takeStatements()).toBe(4);
  });
});
