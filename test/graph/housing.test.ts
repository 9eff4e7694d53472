import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Node<Value> {
  readonly edges: readonly { readonly node: Value }[];
}

test("the 71 projects of Bac Ninh are its list of those approved by the end of 2025", async () => {
  const listed: { approvedOn: string | null; landAreaHectares: number; completedApartments: number }[] = [];
  let after: string | null = null;
  do {
    const data = await graph.expectData(
      `query ($after: String) { socialHousingProjects(filter: { administrativeUnit: "24@2025-07-01" }, first: 100, after: $after) {
        edges { node { approvedOn landAreaHectares completedApartments(on: "2025-12-31") } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const page = data["socialHousingProjects"] as Node<(typeof listed)[number]> & {
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    listed.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  const approved = listed.filter(({ approvedOn }) => approvedOn !== null && approvedOn <= "2025-12-31");
  expect(approved).toHaveLength(71);
  expect(approved.reduce((sum, { landAreaHectares }) => sum + landAreaHectares, 0)).toBeCloseTo(255, 6);
  expect(approved.reduce((sum, { completedApartments }) => sum + completedApartments, 0)).toBe(16_124);
});

test("a project leads to its commune and its applicants, and an applicant leads back", async () => {
  const data = await graph.expectData(`{
    socialHousingProjects(filter: { administrativeUnit: "27@0", status: COMPLETED }, first: 5) {
      edges { node { id administrativeUnit { level parent { id } }
        applications(first: 3) { edges { node { id
          household { members { id } }
          person { id fullName socialHousingApplications { id project { id } } } } } } } }
    }
  }`);
  const { edges } = data["socialHousingProjects"] as Node<{
    id: string;
    administrativeUnit: unknown;
    applications: Node<{
      id: string;
      household: { members: { id: string }[] };
      person: { id: string; fullName: string; socialHousingApplications: unknown[] };
    }>;
  }>;
  expect(edges.length).toBeGreaterThan(0);
  for (const { node: project } of edges) {
    expect(project.administrativeUnit).toEqual({ level: "COMMUNE", parent: { id: "24@2025-07-01" } });
    for (const { node: application } of project.applications.edges) {
      expect(application.person.socialHousingApplications).toContainEqual({
        id: application.id,
        project: { id: project.id },
      });
      expect(application.household.members.map(({ id }) => id)).toContain(application.person.id);
    }
  }
});

test("a household's supports add up from their sources and lead back to the household", async () => {
  const data = await graph.expectData(`{ households(filter: { administrativeUnit: "271@0" }, first: 100) {
    edges { node { code housingSupports { amount household { code } sources { amount } } } } } }`);
  const { edges } = data["households"] as Node<{
    code: string;
    housingSupports: { amount: number; household: { code: string }; sources: { amount: number }[] }[];
  }>;
  const supports = edges.flatMap(({ node }) => node.housingSupports.map((support) => ({ node, support })));
  expect(supports.length).toBeGreaterThan(0);
  for (const { node, support } of supports) {
    expect(support.household.code).toBe(node.code);
    expect(support.sources.reduce((sum, { amount }) => sum + amount, 0)).toBe(support.amount);
  }
});

test("a year that nobody can mean is refused", async () => {
  const { errors } = await graph.query('{ administrativeUnit(code: "24") { housing(year: 3000) { year } } }');
  expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
});
