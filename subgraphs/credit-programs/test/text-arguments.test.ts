import { afterAll, beforeAll } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { testTextArguments } from "../../../test/support/text-arguments.js";
import { startCreditGraph } from "./support/credit-graph.js";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startCreditGraph({ territory: { "24@2025-07-01": ["here"] }, groups: [{}], loans: [{}] });
});
afterAll(() => graph.close());

const loans = (condition: string) =>
  `query ($value: ID) { loans(filter: { ${condition}: $value }) { totalCount edges { node { id } } } }`;
const groups = (condition: string) =>
  `query ($value: ID) { savingsGroups(filter: { ${condition}: $value }) { totalCount } }`;

/** Households, people and projects are kept by other departments: an unknown id cannot be told from a known one. */
const noLoans = { data: { loans: { totalCount: 0, edges: [] } } };

testTextArguments(() => graph, {
  "Query.creditProgram(code)": {
    query: "query ($value: String!) { creditProgram(code: $value) { id } }",
    unknown: { data: { creditProgram: null } },
    empty: { data: { creditProgram: null } },
  },
  "Query.creditProgramById(id)": {
    query: "query ($value: ID!) { creditProgramById(id: $value) { id } }",
    unknown: { data: { creditProgramById: null } },
    empty: { data: { creditProgramById: null } },
  },
  "Query.loan(id)": {
    query: "query ($value: ID!) { loan(id: $value) { id } }",
    unknown: { data: { loan: null } },
    empty: { data: { loan: null } },
  },
  "Query.loans(filter.administrativeUnit)": { query: loans("administrativeUnit"), unknown: "NOT_FOUND" },
  "Query.loans(filter.savingsGroup)": { query: loans("savingsGroup"), unknown: "NOT_FOUND" },
  "Query.loans(filter.transactionOffice)": { query: loans("transactionOffice"), unknown: "NOT_FOUND" },
  "Query.loans(filter.program)": {
    query: "query ($value: String) { loans(filter: { program: $value }) { totalCount } }",
    unknown: "BAD_USER_INPUT",
  },
  "Query.loans(filter.household)": { query: loans("household"), unknown: noLoans },
  "Query.loans(filter.borrower)": { query: loans("borrower"), unknown: noLoans },
  "Query.loans(filter.project)": { query: loans("project"), unknown: noLoans },
  "Query.savingsGroups(filter.administrativeUnit)": {
    query: groups("administrativeUnit"),
    unknown: "NOT_FOUND",
  },
  "Query.savingsGroups(filter.transactionOffice)": {
    query: groups("transactionOffice"),
    unknown: "NOT_FOUND",
  },
});
