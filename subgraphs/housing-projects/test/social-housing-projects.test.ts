import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHousingGraph } from "./support/housing-graph.js";

const list = `query ($filter: SocialHousingProjectFilter, $orderBy: SocialHousingProjectOrder, $first: Int, $after: String) {
  socialHousingProjects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount edges { cursor node { id completions { phase } applications(first: 1) { totalCount } } } pageInfo { hasNextPage endCursor }
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
    graph = await startHousingGraph(
      {
        territory: { old: ["here"], new: ["here", "there"] },
        projects: [
          { name: "An Vượng", approvedOn: "2023-05-05", plannedApartments: 500 },
          { name: "An đào", approvedOn: null, plannedApartments: 500, status: "PLANNED" },
          { name: "An Đức", approvedOn: "2021-01-01", plannedApartments: 900, audience: "ARMED_FORCES" },
          { name: "An Đức", approvedOn: "2023-12-31", plannedApartments: 20, localityId: "there" },
        ],
        completions: [
          { projectId: "p1", phase: 2, completedOn: "2025-03-01", apartments: 30 },
          { projectId: "p1", phase: 1, completedOn: "2024-12-31", apartments: 12 },
        ],
        applications: [
          { submittedOn: "2024-02-02" },
          { submittedOn: "2024-01-01", personId: "other", householdId: null },
          { submittedOn: "2024-02-02", projectId: "p3" },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  const listed = async (variables: Record<string, unknown>) => {
    const data = await graph.expectData<{ socialHousingProjects: Listed }>(list, variables);
    return data.socialHousingProjects;
  };
  const ids = ({ edges }: Listed) => edges.map(({ node }) => node.id);

  test.each([
    ["NAME", ["p2", "p3", "p4", "p1"]],
    ["APPROVED_ON", ["p3", "p1", "p4", "p2"]],
    ["PLANNED_APARTMENTS", ["p3", "p2", "p1", "p4"]],
  ])("by %s every project is listed once, however small the pages", async (orderBy, expected) => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed = await listed({ orderBy, first: 1, after });
      found.push(...ids(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual(expected);
  });

  test.each([
    [{ administrativeUnit: "old" }, ["p2", "p3", "p1"]],
    [{ administrativeUnit: "new" }, ["p2", "p3", "p4", "p1"]],
    [{ audience: "ARMED_FORCES" }, ["p3"]],
    [{ status: "PLANNED" }, ["p2"]],
    [{ approvedYear: 2023 }, ["p4", "p1"]],
    [{ approvedYear: 2023, administrativeUnit: "old" }, ["p1"]],
    [{}, ["p2", "p3", "p4", "p1"]],
  ])("the filter %j finds %j", async (filter, expected) => {
    const page = await listed({ filter });
    expect(ids(page)).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });

  test("a page takes the same statements for one project as for all", async () => {
    const counts = [];
    for (const first of [1, 4]) {
      graph.takeStatements();
      await listed({ first });
      counts.push(graph.takeStatements());
    }
    expect(counts).toEqual([5, 5]);
  });

  test("a cursor of one order is refused by another", async () => {
    const { pageInfo } = await listed({ orderBy: "NAME", first: 1 });
    const { errors } = await graph.query(list, { orderBy: "APPROVED_ON", after: pageInfo.endCursor });
    expect(errors?.[0]?.extensions?.["code"]).toBe("BAD_USER_INPUT");
  });

  test("completed apartments are counted at the end of the day", async () => {
    const data = await graph.expectData(`{ socialHousingProject(id: "p1") {
      before: completedApartments(on: "2024-12-30") onTheDay: completedApartments(on: "2024-12-31") today: completedApartments
      completions { phase apartments completedOn }
    } }`);
    expect(data["socialHousingProject"]).toEqual({
      before: 0,
      onTheDay: 12,
      today: 42,
      completions: [
        { phase: 1, apartments: 12, completedOn: "2024-12-31" },
        { phase: 2, apartments: 30, completedOn: "2025-03-01" },
      ],
    });
  });

  test("a project's applications come in the order in which they were submitted", async () => {
    const data = await graph.expectData(`{ socialHousingProject(id: "p1") { applications {
      edges { node { id person { id } household { id } project { id } } } } } }`);
    const nodes = [
      { id: "a2", person: { id: "other" }, household: null, project: { id: "p1" } },
      { id: "a1", person: { id: "person" }, household: { id: "household" }, project: { id: "p1" } },
    ];
    expect(data["socialHousingProject"]).toEqual({
      applications: { edges: nodes.map((node) => ({ node })) },
    });
  });

  test("the gateway finds projects by id, and null for an unknown one", async () => {
    const known = [{ id: "p3" }, { id: "unknown" }];
    expect(await graph.expectEntities("SocialHousingProject", known, "name")).toEqual([
      { name: "An Đức" },
      null,
    ]);
  });
});
