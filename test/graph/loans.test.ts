import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { sum } from "../support/sum.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface LoanPage {
  readonly totalCount: number;
  readonly edges: readonly { node: { id: string; principal: number; household: { id: string } | null } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
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
