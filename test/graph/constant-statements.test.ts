import { afterAll, beforeAll, expect, test } from "vitest";
import { startGraph, type GraphUnderTest } from "../support/graph.js";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const householdList = `query ($first: Int!) {
  households(first: $first, filter: { administrativeUnit: "24@2025-07-01" }) {
    edges {
      node {
        code
        administrativeUnit { name parent { name } }
        head { fullName }
        members { fullName identificationNumber loans { principal } allowances { monthlyAmount } }
        classification(on: "2025-12-31") { class standard { name } review { round } }
        reviews(first: 2) { totalCount edges { node { round } } }
        loans { program { name terms { annualRatePercent } } outstanding savingsGroup { name } transactionOffice { name } repayments { paidOn } borrower { fullName } }
        housingSupports { programme amount sources { source amount } }
        meritoriousMembers { category { name } person { fullName } allowances(on: "2025-12-31") { monthlyAmount } payments(first: 1) { totalCount } }
      }
    }
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
        housing(year: 2025) { completedApartments livingAreaSquareMetresPerPerson landReservedHectares supports { houses } }
        credit(year: 2025) { outstanding borrowingHouseholds programs { disbursed program { name } } }
        meritorious(year: 2025) { beneficiaries paid categories { beneficiaries category { name } } }
      }
    }
  }
}`;

test.each([
  [
    "the four-department household list",
    householdList,
    ["credit-programs", "households", "housing-projects", "meritorious-service"],
  ],
  [
    "the four-department statistics of communes",
    unitList,
    ["credit-programs", "households", "housing-projects", "meritorious-service"],
  ],
])("%s takes as many statements for 1 and 10 as for 100", async (_, query, subgraphs) => {
  const counts = [];
  for (const first of [1, 10, 100]) {
    graph.takeStatements();
    await graph.expectData(query, { first });
    counts.push(graph.takeStatements());
  }
  expect(counts[1]).toEqual(counts[2]);
  expect(Object.keys(counts[2] ?? {}).toSorted()).toEqual(subgraphs);
  for (const name of subgraphs) expect(counts[0]?.[name] ?? 0).toBeLessThanOrEqual(counts[2]?.[name] ?? 0);
});
