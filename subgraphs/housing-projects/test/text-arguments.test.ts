import { afterAll, beforeAll } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { testTextArguments } from "../../../test/support/text-arguments.js";
import { startHousingGraph } from "./support/housing-graph.js";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startHousingGraph({ territory: { "24@2025-07-01": ["here"] }, projects: [{}] });
});
afterAll(() => graph.close());

const noProject = { data: { socialHousingProject: null } };

testTextArguments(() => graph, {
  "Query.socialHousingApplication(id)": {
    query: "query ($value: ID!) { socialHousingApplication(id: $value) { id } }",
    unknown: { data: { socialHousingApplication: null } },
    empty: { data: { socialHousingApplication: null } },
  },
  "Query.socialHousingProject(id)": {
    query: "query ($value: ID!) { socialHousingProject(id: $value) { id } }",
    unknown: noProject,
    empty: noProject,
  },
  "Query.socialHousingProjects(filter.administrativeUnit)": {
    query:
      "query ($value: ID) { socialHousingProjects(filter: { administrativeUnit: $value }) { totalCount } }",
    unknown: "NOT_FOUND",
  },
});
