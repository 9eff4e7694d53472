import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { storedOperation } from "../support/operations.js";
import { sum } from "../support/sum.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

const departments = ["credit-programs", "households", "housing-projects", "meritorious-service"];

const householdFields = `
  code
  administrativeUnit { name parent { name } }
  head { fullName }
  members { fullName identificationNumber loans { principal } allowances { monthlyAmount } socialHousingApplications { status } }
  classification(on: "2025-12-31") { class standard { name } review { round } }
  reviews(first: 2) { totalCount edges { node { round } } }
  loans {
    program { name terms { annualRatePercent } }
    outstanding
    savingsGroup { name }
    transactionOffice { name }
    repayments { paidOn }
    borrower { fullName }
  }
  housingSupports { program amount sources { source amount } }
  meritoriousMembers {
    category { name }
    person { fullName }
    allowances(on: "2025-12-31") { monthlyAmount }
    payments(first: 1) { totalCount edges { node { amount } } }
  }`;

const householdList = `query ($first: Int!, $after: String) {
  households(first: $first, after: $after, filter: { administrativeUnit: "240@0" }) {
    edges { node { ${householdFields} } }
  }
}`;

const unitList = `query ($first: Int!) {
  administrativeUnits(first: $first, filter: { parent: "24@2025-07-01" }) {
    edges {
      node {
        name
        predecessors { name }
        children(first: 2) { totalCount }
        povertySeries(fromYear: 2023, toYear: 2025, boundary: CURRENT) { poor escapedDuringYear standard { name } }
        housing(year: 2025) { completedApartments livingAreaSquareMetersPerPerson landReservedHectares supports { houses } }
        credit(year: 2025) { outstanding borrowingHouseholds programs { disbursed program { name } } }
        meritorious(year: 2025) { beneficiaries paid categories { beneficiaries category { name } } }
      }
    }
  }
}`;

interface HouseholdEdge {
  readonly cursor: string;
  readonly node: {
    readonly classification: object | null;
    readonly loans: readonly {
      readonly savingsGroup: object | null;
      readonly repayments: readonly object[];
    }[];
    readonly housingSupports: readonly object[];
    readonly meritoriousMembers: readonly { readonly allowances: readonly object[] }[];
  };
}

/** Whether every department knows something about a household, so that even one asks them all. */
const isFull = ({ node }: HouseholdEdge): boolean =>
  node.classification !== null &&
  node.loans.some(({ savingsGroup, repayments }) => savingsGroup && repayments.length > 0) &&
  node.housingSupports.length > 0 &&
  node.meritoriousMembers.some(({ allowances }) => allowances.length > 0);

const fullHouseholds = `query ($after: String) {
  households(first: 100, after: $after, filter: { administrativeUnit: "240@0" }) {
    pageInfo { hasNextPage }
    edges {
      cursor
      node {
        classification(on: "2025-12-31") { class }
        loans { savingsGroup { id } repayments { paidOn } }
        housingSupports { id }
        meritoriousMembers { allowances(on: "2025-12-31") { id } }
      }
    }
  }
}`;

async function cursorBeforeFullHousehold(): Promise<string> {
  let before: string | null = null;
  for (;;) {
    const { households } = await graph.expectData(fullHouseholds, { after: before });
    const { edges, pageInfo } = households as {
      edges: readonly HouseholdEdge[];
      pageInfo: { hasNextPage: boolean };
    };
    for (const edge of edges) {
      if (before !== null && isFull(edge)) return before;
      before = edge.cursor;
    }
    expect(pageInfo.hasNextPage).toBe(true);
  }
}

async function countStatements(query: string, variables: Record<string, unknown>) {
  graph.takeStatements();
  await graph.expectData(query, variables);
  return graph.takeStatements();
}

test("the four-department household list takes as many statements for 1 and 10 as for 100", async () => {
  const after = await cursorBeforeFullHousehold();
  const one = await countStatements(householdList, { first: 1, after });
  expect(Object.keys(one).toSorted()).toEqual(departments);
  expect(await countStatements(householdList, { first: 10, after })).toEqual(one);
  expect(await countStatements(householdList, { first: 100, after })).toEqual(one);
});

test("the four-department statistics of communes take as many statements for 1 and 10 as for 100", async () => {
  const one = await countStatements(unitList, { first: 1 });
  expect(Object.keys(one).toSorted()).toEqual(departments);
  expect(await countStatements(unitList, { first: 10 })).toEqual(one);
  expect(await countStatements(unitList, { first: 100 })).toEqual(one);
});

test("a series of three years takes as many statements as one of a year", async () => {
  const series = `query ($toYear: Int!) {
    administrativeUnit(code: "24", on: "2025-12-31") {
      povertySeries(fromYear: 2022, toYear: $toYear, boundary: CURRENT) {
        poor escapedDuringYear newlyPoorDuringYear ethnicMinorities { poor }
      }
    }
  }`;
  const one = await countStatements(series, { toYear: 2022 });
  expect(await countStatements(series, { toYear: 2024 })).toEqual(one);
});

test.each(["escaped-households-with-policy-loans", "meritorious-households-and-housing-support"])(
  "the stored operation %s takes as many statements for 10 households as for 100",
  async (name) => {
    const counts = [];
    for (const first of [10, 100]) {
      const statements = await countStatements(storedOperation(name), { first, unit: "24@2025-07-01" });
      counts.push(sum(Object.values(statements)));
    }
    expect(Math.abs((counts[1] ?? 0) - (counts[0] ?? 0)), name).toBeLessThanOrEqual(2);
  },
);
