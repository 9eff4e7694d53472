import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGraph, type GraphUnderTest } from "../support/graph.js";
import { sum } from "../support/sum.js";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

interface LoanPage {
  readonly totalCount: number;
  readonly edges: readonly { node: { id: string; principal: number; household: { id: string } | null } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

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

async function loans(filter: Record<string, unknown>, after: string | null = null): Promise<LoanPage> {
  const data = await graph.expectData(
    `query ($filter: LoanFilter, $after: String) { loans(filter: $filter, first: 100, after: $after) {
      totalCount edges { node { id principal household { id } } } pageInfo { hasNextPage endCursor } } }`,
    { filter, after },
  );
  return data["loans"] as LoanPage;
}

async function allLoans(filter: Record<string, unknown>) {
  const nodes: LoanPage["edges"][number]["node"][] = [];
  let page = await loans(filter);
  for (;;) {
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return { nodes, totalCount: page.totalCount };
    page = await loans(filter, page.pageInfo.endCursor);
  }
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

describe("the list of loans", () => {
  test("has Soc Son's households and amounts of 2022 to 2024 as published (F75, F76)", async () => {
    const { nodes } = await allLoans({
      administrativeUnit: "016@0",
      disbursedFrom: "2022-01-01",
      disbursedTo: "2024-12-31",
    });
    expect(new Set(nodes.map(({ household }) => household?.id)).size).toBe(1_112);
    expect(sum(nodes.map(({ principal }) => principal))).toBe(44_300_000_000);
  });

  test("has each loan of a unit, program and status on exactly one page", async () => {
    const { nodes, totalCount } = await allLoans({
      administrativeUnit: "24@2025-07-01",
      program: "POOR_HOUSEHOLDS",
      status: "CURRENT",
    });
    expect(totalCount).toBeGreaterThan(200);
    expect(nodes).toHaveLength(totalCount);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(totalCount);
  });

  test("of a merged province is that of its predecessors", async () => {
    const [merged, ...former] = await Promise.all(
      ["24@2025-07-01", "24@0", "27@0"].map((administrativeUnit) => loans({ administrativeUnit })),
    );
    expect(merged?.totalCount).toBe(sum(former.map(({ totalCount }) => totalCount)));
  });

  test("refuses an unknown unit", async () => {
    const { errors } = await graph.query(
      '{ loans(filter: { administrativeUnit: "nowhere" }) { totalCount } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "NOT_FOUND",
      argument: "filter.administrativeUnit",
    });
  });

  test("refuses a program that does not exist", async () => {
    const { errors } = await graph.query('{ loans(filter: { program: "RICH" }) { totalCount } }');
    expect(errors?.[0]).toMatchObject({
      message: 'filter.program: expected the code of one of creditPrograms, but got: "RICH".',
      extensions: { code: "BAD_USER_INPUT" },
    });
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

test("a loan leads to its household and borrower, and both lead back", async () => {
  const [first] = (await loans({ status: "PARTLY_OVERDUE" })).edges;
  const data = await graph.expectData(
    `query ($id: ID!) { loan(id: $id) { program { code } entrustedOrganization savingsGroup { entrustedOrganization }
      transactionOffice { administrativeUnit { level } } household { loans(status: PARTLY_OVERDUE) { id } } borrower { loans { id } } } }`,
    { id: first?.node.id },
  );
  const loan = data["loan"] as Record<"household" | "borrower", { loans: { id: string }[] }> & {
    entrustedOrganization: string;
    savingsGroup: { entrustedOrganization: string };
    transactionOffice: unknown;
  };
  expect(loan.household.loans).toContainEqual({ id: first?.node.id });
  expect(loan.borrower.loans).toContainEqual({ id: first?.node.id });
  expect(loan.savingsGroup.entrustedOrganization).toBe(loan.entrustedOrganization);
  expect(loan.transactionOffice).toEqual({ administrativeUnit: { level: "DISTRICT" } });
});

test("a project's financing is what the package's loans to its developer and buyers come to", async () => {
  const [developer] = (await loans({ borrowerKind: "HOUSING_DEVELOPER" })).edges;
  const data = await graph.expectData(
    `query ($id: ID!) { loan(id: $id) { principal outstanding household { id } borrower { id } lenderName
      project { id financing { developerLoans { count principal outstanding } buyerLoans { count principal outstanding } } } } }`,
    { id: developer?.node.id },
  );
  const { principal, outstanding, project, ...loan } = data["loan"] as {
    principal: number;
    outstanding: number;
    project: { id: string; financing: { buyerLoans: { count: number; principal: number } } };
  };
  const buyers = await allLoans({ project: project.id, borrowerKind: "HOUSING_BUYER" });
  expect(loan).toMatchObject({ household: null, borrower: null, lenderName: expect.any(String) });
  expect(project.financing).toMatchObject({
    developerLoans: { count: 1, principal, outstanding },
    buyerLoans: { count: buyers.totalCount, principal: sum(buyers.nodes.map((node) => node.principal)) },
  });
});

test("loans with all that hangs on them take as many statements for 10 as for 100", async () => {
  const query = `query ($first: Int!) { loans(first: $first, filter: { administrativeUnit: "24@2025-07-01" }) { totalCount edges { node {
    program { name terms { annualRatePercent } termsHistory { validFrom } } household { code } borrower { fullName } project { name }
    savingsGroup { name transactionOffice { name } } transactionOffice { name } repayments { paidOn principal } } } } }`;
  const counts = [];
  for (const first of [10, 100]) {
    graph.takeStatements();
    await graph.expectData(query, { first });
    counts.push(graph.takeStatements()["credit-programs"]);
  }
  expect(counts[0]).toBe(counts[1]);
});
