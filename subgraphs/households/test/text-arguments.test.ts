import { afterAll, beforeAll } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { testTextArguments } from "../../../test/support/text-arguments.js";
import { startHouseholdsGraph } from "./support/households-graph.js";

const province = "24@2025-07-01";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startHouseholdsGraph({
    territory: { [province]: ["here"] },
    units: [{ id: province }],
    households: [{}],
    classes: [{}],
    people: [{ householdId: "h1" }],
    totals: [{ localityId: "here", year: 2024, households: 10 }],
    figures: [{ unitId: province }],
  });
});
afterAll(() => graph.close());

/** A list with one condition. `unknown` left out: a text that no row has lists nothing. */
const list = (field: string, condition: string, unknown?: "NOT_FOUND") => ({
  query: `query ($value: ${unknown ? "ID" : "String"}) { ${field}(filter: { ${condition}: $value }) { totalCount } }`,
  unknown: unknown ?? { data: { [field]: { totalCount: 0 } } },
});

const unitField = (field: string) => ({
  query: `query ($value: ID!, $unit: _Any!) {
    _entities(representations: [$unit]) { ... on AdministrativeUnit { ${field} } } }`,
  variables: { unit: { __typename: "AdministrativeUnit", id: province } },
  unknown: "BAD_USER_INPUT" as const,
});

const householdField = (field: string) => ({
  query: `query ($value: ID!) { household(id: "h1") { ${field} } }`,
  unknown: "BAD_USER_INPUT" as const,
});

const single = (field: string, argument: string, type: string) => {
  const nothing = { data: { [field]: null } };
  const query = `query ($value: ${type}) { ${field}(${argument}: $value) { id } }`;
  return { query, unknown: nothing, empty: nothing };
};

const ofText = <Argument extends { readonly query: string }>(argument: Argument): Argument => ({
  ...argument,
  query: argument.query.replace("ID!", "String!"),
});

testTextArguments(() => graph, {
  "AdministrativeUnit.capital(program)": ofText(unitField("capital(program: $value) { allocated }")),
  "AdministrativeUnit.poverty(standard)": unitField("poverty(year: 2024, standard: $value) { poor }"),
  "AdministrativeUnit.povertySeries(standard)": unitField(
    "povertySeries(fromYear: 2024, toYear: 2024, standard: $value, boundary: CURRENT) { poor }",
  ),
  "AdministrativeUnit.publishedFigures(program)": {
    ...ofText(unitField("publishedFigures(program: $value) { id }")),
    unknown: { data: { _entities: [{ publishedFigures: [] }] } },
  },
  "AdministrativeUnit.reclassification(standard)": unitField(
    "reclassification(standard: $value) { changing }",
  ),
  "Household.classification(standard)": householdField("classification(standard: $value) { class }"),
  "Household.classificationUnder(standard)": householdField(
    "classificationUnder(standard: $value) { class }",
  ),
  "Query.administrativeUnit(code)": single("administrativeUnit", "code", "String!"),
  "Query.administrativeUnitById(id)": single("administrativeUnitById", "id", "ID!"),
  "Query.administrativeUnits(filter.code)": list("administrativeUnits", "code"),
  "Query.administrativeUnits(filter.ids)": {
    query: "query ($value: ID!) { administrativeUnits(filter: { ids: [$value] }) { totalCount } }",
    unknown: "NOT_FOUND",
  },
  "Query.administrativeUnits(filter.parent)": list("administrativeUnits", "parent", "NOT_FOUND"),
  "Query.administrativeUnits(filter.search)": list("administrativeUnits", "search"),
  "Query.household(id)": single("household", "id", "ID!"),
  "Query.households(filter.administrativeUnit)": list("households", "administrativeUnit", "NOT_FOUND"),
  "Query.households(filter.ethnicGroup)": list("households", "ethnicGroup"),
  "Query.households(filter.standard)": list("households", "standard", "NOT_FOUND"),
  "Query.person(id)": single("person", "id", "ID!"),
  "Query.personByIdentificationNumber(number)": {
    query: "query ($value: String!) { personByIdentificationNumber(number: $value) { id } }",
    unknown: "BAD_USER_INPUT",
  },
  "Query.publishedFigure(id)": single("publishedFigure", "id", "ID!"),
  "Query.publishedFigures(filter.administrativeUnit)": list(
    "publishedFigures",
    "administrativeUnit",
    "NOT_FOUND",
  ),
  "Query.publishedFigures(filter.indicator)": list("publishedFigures", "indicator"),
  "Query.publishedFigures(filter.program)": list("publishedFigures", "program"),
  "Query.publishedFigures(filter.source)": list("publishedFigures", "source"),
});
