import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { sum } from "../support/sum.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Debt {
  readonly loans: number;
  readonly households: number;
  readonly outstanding: number;
  readonly overdue: number;
}

interface Debts {
  readonly total: Debt & { overdueRatePercent: number };
  readonly byStatus: readonly (Debt & { status: string })[];
  readonly byEntrustedOrganization: readonly (Debt & { entrustedOrganization: string | null })[];
  readonly byTransactionOffice: readonly (Debt & { transactionOffice: { id: string; debts: Debt } })[];
  readonly mostOverdueSavingsGroups: readonly (Debt & { savingsGroup: { id: string; debts: Debt } })[];
}

const amounts = "loans households outstanding overdue";

async function debts(code: string, on: string, year: number): Promise<Debts> {
  const data = await graph.expectData(
    `query ($code: String!, $on: Date, $year: Int!) { administrativeUnit(code: $code, on: $on) { debts(year: $year) {
      total { ${amounts} overdueRatePercent } byStatus { ${amounts} status }
      byEntrustedOrganization { ${amounts} entrustedOrganization }
      byTransactionOffice { ${amounts} transactionOffice { id debts(year: $year) { ${amounts} } } }
      mostOverdueSavingsGroups(first: 10) { ${amounts} savingsGroup { id debts(year: $year) { ${amounts} } } } } } }`,
    { code, on, year },
  );
  return (data["administrativeUnit"] as { debts: Debts }).debts;
}

const added = (parts: readonly Debt[]) => ({
  loans: sum(parts.map(({ loans }) => loans)),
  outstanding: sum(parts.map(({ outstanding }) => outstanding)),
  overdue: sum(parts.map(({ overdue }) => overdue)),
});

describe("debts of a unit", () => {
  test.each([
    ["24", "2025-12-31", 2025],
    ["271", "2024-12-31", 2023],
  ])("add up to the same total by status, organization and office (%s, %s, %d)", async (code, on, year) => {
    const { total, ...by } = await debts(code, on, year);
    const { loans, outstanding, overdue } = total;
    expect(loans).toBeGreaterThan(50);
    for (const parts of [by.byStatus, by.byEntrustedOrganization, by.byTransactionOffice]) {
      expect(added(parts)).toEqual({ loans, outstanding, overdue });
    }
  });

  test("count the overdue part alone of a part-overdue loan, and nothing of one that was put off", async () => {
    const { byStatus } = await debts("24", "2025-12-31", 2025);
    const of = (status: string) => byStatus.find((part) => part.status === status);
    expect(of("OVERDUE")?.overdue).toBe(of("OVERDUE")?.outstanding);
    expect(of("PARTLY_OVERDUE")?.overdue).toBeGreaterThan(0);
    expect(of("PARTLY_OVERDUE")?.overdue).toBeLessThan(of("PARTLY_OVERDUE")?.outstanding ?? 0);
    expect(["CURRENT", "EXTENDED", "FROZEN"].map((status) => of(status)?.overdue)).toEqual([0, 0, 0]);
    expect(byStatus.map(({ status }) => status)).not.toContain("REPAID");
  });

  test("are what the credit statistics have outstanding with the policy bank", async () => {
    const { total } = await debts("24", "2025-12-31", 2025);
    const data =
      await graph.expectData(`{ administrativeUnit(code: "24", on: "2025-12-31") { credit(year: 2025) {
      programs { program { lenderKind } outstanding overdue } } } }`);
    const { programs } = (
      data["administrativeUnit"] as {
        credit: {
          programs: { program: { lenderKind: string }; outstanding: number; overdue: number }[];
        };
      }
    ).credit;
    const policy = programs.filter(({ program }) => program.lenderKind === "POLICY_BANK");
    expect(policy.length).toBeLessThan(programs.length);
    expect(total.outstanding).toBe(sum(policy.map(({ outstanding }) => outstanding)));
    expect(total.overdue).toBe(sum(policy.map(({ overdue }) => overdue)));
    expect(total.overdueRatePercent).toBeCloseTo((100 * total.overdue) / total.outstanding, 3);
  });

  test("of a merged province are those of its predecessors", async () => {
    const merged = await debts("24", "2025-12-31", 2024);
    const former = await Promise.all(["24", "27"].map((code) => debts(code, "2024-12-31", 2024)));
    const { loans, outstanding, overdue } = merged.total;
    expect(added(former.map(({ total }) => total))).toEqual({ loans, outstanding, overdue });
  });

  test("name the groups through which most is overdue, and agree with what the groups say", async () => {
    const { mostOverdueSavingsGroups: groups } = await debts("24", "2025-12-31", 2025);
    expect(groups).toHaveLength(10);
    expect(groups.map(({ overdue }) => overdue)).toEqual(
      groups.map(({ overdue }) => overdue).toSorted((a, b) => b - a),
    );
    for (const { savingsGroup, ...debt } of groups) expect(savingsGroup.debts).toEqual(debt);
  });

  test("of a year without data are zeros", async () => {
    expect(await debts("01", "2025-12-31", 1990)).toEqual({
      total: { loans: 0, households: 0, outstanding: 0, overdue: 0, overdueRatePercent: 0 },
      byStatus: [],
      byEntrustedOrganization: [],
      byTransactionOffice: [],
      mostOverdueSavingsGroups: [],
    });
  });

  test("take as many statements for 20 units as for 90", async () => {
    const query = `query ($first: Int!) { administrativeUnits(first: $first, filter: { parent: "24@2025-07-01" }) {
      edges { node { debts(year: 2025) { total { overdue } byStatus { overdue } byEntrustedOrganization { overdue }
      byTransactionOffice { transactionOffice { name debts(year: 2025) { overdue } } }
      mostOverdueSavingsGroups { savingsGroup { name debts(year: 2024) { overdue } } } }
      creditOverYears(fromYear: 2022, toYear: 2024) { households programs { program { name } households } } } } } }`;
    const counts = [];
    for (const first of [20, 90]) {
      graph.takeStatements();
      await graph.expectData(query, { first });
      counts.push(graph.takeStatements());
    }
    expect(counts[0]).toEqual(counts[1]);
  });
});

interface GroupPage {
  readonly edges: readonly {
    node: { id: string; entrustedOrganization: string; transactionOffice: { id: string }; debts: Debt };
  }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly totalCount: number;
}

async function listGroups(filter: Record<string, unknown>): Promise<GroupPage["edges"][number]["node"][]> {
  const nodes: GroupPage["edges"][number]["node"][] = [];
  for (let after: string | null = null; ;) {
    const data = await graph.expectData(
      `query ($filter: SavingsGroupFilter, $after: String) { savingsGroups(filter: $filter, first: 70, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node { id entrustedOrganization transactionOffice { id } debts(year: 2024) { ${amounts} } } } } }`,
      { filter, after },
    );
    const { edges, pageInfo, totalCount } = data["savingsGroups"] as GroupPage;
    nodes.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) {
      expect(new Set(nodes.map(({ id }) => id)).size).toBe(totalCount);
      return nodes;
    }
    after = pageInfo.endCursor;
  }
}

test("the groups of a district owe what was not lent directly", async () => {
  const [{ byEntrustedOrganization: parts }, all] = await Promise.all([
    debts("016", "2024-12-31", 2024),
    listGroups({ administrativeUnit: "016@0" }),
  ]);
  const lentThrough = parts.filter(({ entrustedOrganization }) => entrustedOrganization !== null);
  expect(added(all.map((group) => group.debts))).toEqual(added(lentThrough));
  const women = await listGroups({ administrativeUnit: "016@0", entrustedOrganization: "WOMENS_UNION" });
  expect(women.map(({ id }) => id)).toEqual(
    all.filter((group) => group.entrustedOrganization === "WOMENS_UNION").map(({ id }) => id),
  );
});

test("loans are found by group, organization and transaction office", async () => {
  const count = async (filter: Record<string, unknown>) => {
    const data = await graph.expectData(
      "query ($filter: LoanFilter) { loans(filter: $filter) { totalCount edges { node { entrustedOrganization } } } }",
      { filter },
    );
    return (data["loans"] as { totalCount: number }).totalCount;
  };
  const district = { administrativeUnit: "016@0" };
  const all = await listGroups(district);
  const byGroup = await Promise.all(all.map(({ id }) => count({ savingsGroup: id })));
  const organizations = ["WOMENS_UNION", "FARMERS_UNION", "VETERANS_ASSOCIATION", "YOUTH_UNION"];
  const byOrganization = await Promise.all(
    organizations.map((entrustedOrganization) => count({ ...district, entrustedOrganization })),
  );
  expect(sum(byGroup)).toBe(1_112);
  expect(sum(byOrganization)).toBe(1_112);
  expect(await count({ transactionOffice: all[0]?.transactionOffice.id })).toBe(1_112);
});

interface Period {
  readonly households: number;
  readonly loans: number;
  readonly disbursed: number;
  readonly programs: readonly { households: number; disbursed: number }[];
}

describe("lending over years", () => {
  const query = (code: string, args: string) =>
    `{ administrativeUnit(code: "${code}", on: "2024-12-31") { creditOverYears(${args}) {
      fromYear toYear households loans disbursed programs { households disbursed } } } }`;

  async function period(code: string, args: string): Promise<Period> {
    const data = await graph.expectData(query(code, args));
    return (data["administrativeUnit"] as { creditOverYears: Period }).creditOverYears;
  }

  test("in Soc Son from 2022 to 2024 reached 1,112 households with 44.3 billion dong (F75, F76)", async () => {
    const lent = await period("016", "fromYear: 2022, toYear: 2024, lenderKind: POLICY_BANK");
    expect(lent).toMatchObject({ households: 1_112, loans: 1_112, disbursed: 44_300_000_000 });
    expect(sum(lent.programs.map(({ disbursed }) => disbursed))).toBe(lent.disbursed);
  });

  test("counts a household that borrowed in several years once", async () => {
    const lent = await period("24", "fromYear: 2020, toYear: 2025");
    expect(lent.households).toBeGreaterThan(0);
    expect(lent.households).toBeLessThan(sum(lent.programs.map(({ households }) => households)));
  });

  test("refuses a period that ends before it begins", async () => {
    const { errors } = await graph.query(query("016", "fromYear: 2024, toYear: 2022"));
    expect(errors?.[0]).toMatchObject({
      message: "toYear: expected a year that is not before fromYear, but got: 2024 to 2022.",
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});
