import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHousingGraph } from "./support/housing-graph.js";

const province = "24@2025-07-01";
const legalBasis = "Sample value";

interface Listed {
  readonly socialHousingProjects: { readonly totalCount: number; readonly edges: { node: { id: string } }[] };
}

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHousingGraph(
      {
        territory: { [province]: ["here"], "27@0": ["there"] },
        projects: [{}, {}, {}, { localityId: "there" }],
        completions: [
          { projectId: "p1", phase: 1, completedOn: "2023-12-31", apartments: 90 },
          { projectId: "p1", phase: 2, completedOn: "2024-01-01", apartments: 30 },
          { projectId: "p1", phase: 3, completedOn: "2024-12-31", apartments: 20 },
          { projectId: "p1", phase: 4, completedOn: "2025-01-01", apartments: 90 },
          { projectId: "p2", phase: 1, completedOn: "2024-06-01", apartments: 49 },
        ],
        projectTargets: [
          { projectId: "p1", year: 2024, apartments: 50, legalBasis },
          { projectId: "p1", year: 2023, apartments: 91, legalBasis },
          { projectId: "p2", year: 2024, apartments: 50, legalBasis },
          { projectId: "p4", year: 2024, apartments: 1, legalBasis },
        ],
        unitTargets: [{ unitId: province, year: 2024, apartments: 200, legalBasis: "Decision 444" }],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  const behindIn = async (year: number, unit?: string) => {
    const { socialHousingProjects } = await graph.expectData<Listed>(
      `query ($filter: SocialHousingProjectFilter) {
        socialHousingProjects(filter: $filter) { totalCount edges { node { id } } } }`,
      { filter: { behindTargetIn: year, administrativeUnit: unit } },
    );
    const ids = socialHousingProjects.edges.map(({ node }) => node.id);
    expect(socialHousingProjects.totalCount).toBe(ids.length);
    return ids;
  };

  test("what is completed from 1 January to 31 December of a year counts for its target", async () => {
    const [project] = await graph.expectEntities(
      "SocialHousingProject",
      [{ id: "p1" }],
      "completionTargets { year apartments completed legalBasis }",
    );
    expect(project).toEqual({
      completionTargets: [
        { year: 2023, apartments: 91, completed: 90, legalBasis },
        { year: 2024, apartments: 50, completed: 50, legalBasis },
      ],
    });
  });

  test("the list of projects behind their target holds those that are behind it, and no other", async () => {
    for (const year of [2022, 2023, 2024, 2025]) {
      const projects = await graph.expectEntities<{ id: string; isBehindTarget: boolean }>(
        "SocialHousingProject",
        ["p1", "p2", "p3", "p4"].map((id) => ({ id })),
        `id isBehindTarget(year: ${year})`,
      );
      const behind = projects.filter(({ isBehindTarget }) => isBehindTarget).map(({ id }) => id);
      expect(await behindIn(year)).toEqual(behind);
    }
  });

  test("a project without a target is not behind, and a filter by unit holds together with one by target", async () => {
    expect(await behindIn(2023)).toEqual(["p1"]);
    expect(await behindIn(2024)).toEqual(["p2", "p4"]);
    expect(await behindIn(2024, province)).toEqual(["p2"]);
    expect(await behindIn(2025)).toEqual([]);
  });

  test("a unit's target is its own, and null where none was set", async () => {
    const selection = `of2024: housing(year: 2024) { completionTarget completionTargetLegalBasis completedDuringYear percentOfTarget }
      of2023: housing(year: 2023) { completionTarget completionTargetLegalBasis completedDuringYear percentOfTarget }`;
    const units = await graph.expectEntities(
      "AdministrativeUnit",
      [{ id: province }, { id: "27@0" }],
      selection,
    );
    const none = { completionTarget: null, completionTargetLegalBasis: null, percentOfTarget: null };
    expect(units).toEqual([
      {
        of2024: {
          completionTarget: 200,
          completionTargetLegalBasis: "Decision 444",
          completedDuringYear: 99,
          percentOfTarget: 49.5,
        },
        of2023: { ...none, completedDuringYear: 90 },
      },
      { of2024: { ...none, completedDuringYear: 0 }, of2023: { ...none, completedDuringYear: 0 } },
    ]);
  });

  test.each(["approvedYear", "behindTargetIn"])("the filter %s refuses a year before 1945", async (name) => {
    const { errors } = await graph.query(
      "query ($filter: SocialHousingProjectFilter) { socialHousingProjects(filter: $filter) { totalCount } }",
      { filter: { [name]: 1944 } },
    );
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: `filter.${name}` } }]);
  });
});
