import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { office, startCreditGraph } from "./support/credit-graph.js";
import { packageLoan } from "./support/rows.js";

const list = `query ($filter: LoanFilter, $first: Int, $after: String) {
  loans(filter: $filter, first: $first, after: $after) {
    totalCount edges { node { id program { code terms { annualRatePercent } } savingsGroup { transactionOffice { id } }
    transactionOffice { id } repayments { id } } } pageInfo { hasNextPage endCursor }
  }
}`;

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const tables = {
      territory: { "24@2025-07-01": ["here", "there"], "016@1990-01-01": ["there"] },
      programs: [{}, { code: "SOCIAL_HOUSING_PACKAGE", lenderKind: "COMMERCIAL_BANK" }],
      offices: [office("office"), office("other")],
      groups: [{}, { entrustedOrganization: "YOUTH_UNION" }],
      loans: [
        { disbursedOn: "2024-05-01", savingsGroupId: "g1", entrustedOrganization: "WOMENS_UNION" },
        { localityId: "there", disbursedOn: "2022-01-01", householdId: "neighbors", status: "REPAID" },
        { disbursedOn: "2023-12-31", borrowerId: "other person", transactionOfficeId: "other" },
        packageLoan({ localityId: "there", disbursedOn: "2024-01-01" }),
      ],
      repayments: [{ paidOn: "2025-01-01" }, { paidOn: "2024-06-01" }],
    } as const;
    graph = await startCreditGraph(tables, dialect);
  });
  afterAll(() => graph.close());

  const listed = async (variables: Record<string, unknown>) =>
    (await graph.expectData<{ loans: Listed }>(list, variables)).loans;
  const ids = ({ edges }: Listed) => edges.map(({ node }) => node.id);

  test("every loan is listed once, by place and day, however small the pages", async () => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed = await listed({ first: 1, after });
      found.push(...ids(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual(["l3", "l1", "l2", "l4"]);
  });

  test.each([
    [{ administrativeUnit: "24@2025-07-01" }, ["l3", "l1", "l2", "l4"]],
    [{ administrativeUnit: "016@1990-01-01" }, ["l2", "l4"]],
    [{ program: "SOCIAL_HOUSING_PACKAGE" }, ["l4"]],
    [{ status: "REPAID" }, ["l2"]],
    [{ borrowerKind: "HOUSEHOLD" }, ["l3", "l1", "l2"]],
    [{ savingsGroup: "g1" }, ["l1"]],
    [{ savingsGroup: "g2" }, []],
    [{ entrustedOrganization: "WOMENS_UNION" }, ["l1"]],
    [{ transactionOffice: "office" }, ["l1", "l2"]],
    [{ disbursedFrom: "2024-01-01" }, ["l1", "l4"]],
    [{ disbursedTo: "2023-12-31" }, ["l3", "l2"]],
    [{ disbursedFrom: "2023-12-31", disbursedTo: "2024-01-01" }, ["l3", "l4"]],
    [{ household: "neighbors" }, ["l2"]],
    [{ borrower: "other person" }, ["l3"]],
    [{ project: "project" }, ["l4"]],
    [{ administrativeUnit: "016@1990-01-01", borrowerKind: "HOUSEHOLD" }, ["l2"]],
    [{ household: null, program: null }, ["l3", "l1", "l2", "l4"]],
    [null, ["l3", "l1", "l2", "l4"]],
  ])("the filter %j finds %j", async (filter, expected) => {
    const page = await listed({ filter });
    expect(ids(page)).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });

  test("a code in the place of a unit's id is refused with the ids that it may have meant", async () => {
    const { errors } = await graph.query(list, { filter: { administrativeUnit: "24" } });
    expect(errors?.[0]?.message).toContain("24@2025-07-01");
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      argument: "filter.administrativeUnit",
    });
  });

  test("a page takes the same statements for one loan as for all, with all that hangs on them", async () => {
    const counts = [];
    for (const filter of [{ savingsGroup: "g1" }, null]) {
      graph.takeStatements();
      await listed({ filter });
      counts.push(graph.takeStatements());
    }
    expect(counts).toEqual([7, 7]);
  });

  test("a loan's repayments come in the order in which they were paid", async () => {
    const data = await graph.expectData('{ loan(id: "l1") { repayments { id } } }');
    expect(data).toEqual({ loan: { repayments: [{ id: "r2" }, { id: "r1" }] } });
  });

  test("a household and a person have their loans, the earliest first", async () => {
    const selection = "all: loans { id } repaid: loans(status: REPAID) { id }";
    const households = [{ id: "household" }, { id: "neighbors" }, { id: "nobody" }];
    expect(await graph.expectEntities("Household", households, selection)).toEqual([
      { all: [{ id: "l3" }, { id: "l1" }], repaid: [] },
      { all: [{ id: "l2" }], repaid: [{ id: "l2" }] },
      { all: [], repaid: [] },
    ]);
    const people = [{ id: "person" }, { id: "nobody" }];
    expect(await graph.expectEntities("Person", people, "loans { id household { id } }")).toEqual([
      {
        loans: [
          { id: "l2", household: { id: "neighbors" } },
          { id: "l1", household: { id: "household" } },
        ],
      },
      { loans: [] },
    ]);
  });

  test("the gateway finds loans and programs by id, and null for unknown ones", async () => {
    const loans = await graph.expectEntities("Loan", [{ id: "l4" }, { id: "unknown" }], "lenderName");
    expect(loans).toEqual([{ lenderName: "Ngân hàng Mẫu" }, null]);
    const programs = [{ id: "POOR_HOUSEHOLDS" }, { id: "unknown" }];
    expect(await graph.expectEntities("CreditProgram", programs, "code")).toEqual([
      { code: "POOR_HOUSEHOLDS" },
      null,
    ]);
  });
});
