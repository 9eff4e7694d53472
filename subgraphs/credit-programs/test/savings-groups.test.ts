import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { office, startCreditGraph } from "./support/credit-graph.js";

const list = `query ($filter: SavingsGroupFilter, $first: Int, $after: String) {
  savingsGroups(filter: $filter, first: $first, after: $after) {
    totalCount edges { node { id transactionOffice { administrativeUnit { id } } } } pageInfo { hasNextPage endCursor }
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
      offices: [office("office"), office("other")],
      groups: [
        { localityId: "there" },
        { entrustedOrganization: "FARMERS_UNION" },
        { transactionOfficeId: "other" },
      ],
    } as const;
    graph = await startCreditGraph(tables, dialect);
  });
  afterAll(() => graph.close());

  const listed = async (variables: Record<string, unknown>) =>
    (await graph.expectData<{ savingsGroups: Listed }>(list, variables)).savingsGroups;
  const ids = ({ edges }: Listed) => edges.map(({ node }) => node.id);

  test.each([
    [null, ["g2", "g3", "g1"]],
    [{ administrativeUnit: "24@2025-07-01" }, ["g2", "g3", "g1"]],
    [{ administrativeUnit: "016@1990-01-01" }, ["g1"]],
    [{ entrustedOrganization: "FARMERS_UNION" }, ["g2"]],
    [{ transactionOffice: "other" }, ["g3"]],
    [{ transactionOffice: "other", administrativeUnit: "016@1990-01-01" }, []],
  ])("the filter %j finds %j", async (filter, expected) => {
    const page = await listed({ filter });
    expect(ids(page)).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });

  test("pages follow each other by place", async () => {
    const first = await listed({ first: 2 });
    const second = await listed({ first: 2, after: first.pageInfo.endCursor });
    expect([...ids(first), ...ids(second)]).toEqual(["g2", "g3", "g1"]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test("a cursor of the loans is refused", async () => {
    const cursor = graph.createContext().cursors.encode("loans", ["here", "2024-01-01", "l1"]);
    const { errors } = await graph.query(list, { after: cursor });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "after" });
  });
});
