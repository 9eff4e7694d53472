import { afterAll, beforeAll } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { testTextArguments } from "../../../test/support/text-arguments.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startMeritoriousGraph({ territory: { "24@2025-07-01": ["here"] }, records: [{}] });
});
afterAll(() => graph.close());

const noRecord = { data: { meritoriousRecord: null } };

const list = (field: string) =>
  `query ($value: String) { meritoriousRecords(filter: { ${field}: $value }) { totalCount } }`;

const idList = (field: string) => list(field).replace("String", "ID");

const members = (field: string) => ({
  query: `query ($value: String!, $household: _Any!) { _entities(representations: [$household]) {
    ... on Household { meritoriousMembers(filter: { ${field}: [$value] }) { id } } } }`,
  variables: { household: { __typename: "Household", id: "h1", members: [{ id: "p1" }] } },
});

testTextArguments(() => graph, {
  "Query.housingGrant(id)": {
    query: "query ($value: ID!) { housingGrant(id: $value) { id } }",
    unknown: { data: { housingGrant: null } },
    empty: { data: { housingGrant: null } },
  },
  "Query.meritoriousRecord(id)": {
    query: "query ($value: ID!) { meritoriousRecord(id: $value) { id } }",
    unknown: noRecord,
    empty: noRecord,
  },
  "Query.meritoriousRecords(filter.administrativeUnit)": {
    query: idList("administrativeUnit"),
    unknown: "NOT_FOUND",
  },
  "Query.meritoriousRecords(filter.person)": {
    query: idList("person"),
    unknown: { data: { meritoriousRecords: { totalCount: 0 } } },
  },
  "Query.meritoriousRecords(filter.categoryCode)": {
    query: list("categoryCode"),
    unknown: "BAD_USER_INPUT",
  },
  "Query.meritoriousRecords(filter.relativeOf)": { query: idList("relativeOf"), unknown: "NOT_FOUND" },
  "Household.meritoriousMembers(filter.categoryCodes)": {
    ...members("categoryCodes"),
    unknown: "BAD_USER_INPUT",
  },
  "Household.meritoriousMembers(filter.relativesOf)": {
    ...members("relativesOf"),
    unknown: "BAD_USER_INPUT",
  },
});
