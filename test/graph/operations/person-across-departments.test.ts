import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../../support/shared-graph.js";
import { runOperation } from "../../support/run-operation.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

test("one person is seen by all four departments, each with its legal basis", async () => {
  const { person } = await runOperation<{
    person: {
      household: {
        classification: object;
        housingSupports: object[];
        housingGrants: { legalBasis: string }[];
      };
      loans: { program: { legalBasis: string } }[];
      meritoriousRecords: { category: { legalBasis: string } }[];
      allowances: { legalBasis: string; monthlyAmount: number }[];
    };
  }>(graph, "person-across-departments");
  expect(person.household.classification).toMatchObject({
    class: "POOR",
    standard: { legalBasis: expect.stringContaining("Decree 07/2021") },
  });
  expect(person.household.housingSupports.length).toBeGreaterThan(0);
  const bases = [
    ...person.household.housingGrants.map(({ legalBasis }) => legalBasis),
    ...person.loans.map(({ program }) => program.legalBasis),
    ...person.meritoriousRecords.map(({ category }) => category.legalBasis),
    ...person.allowances.map(({ legalBasis }) => legalBasis),
  ];
  expect(bases.length).toBeGreaterThanOrEqual(4);
  for (const basis of bases) expect(basis).not.toBe("");
});
