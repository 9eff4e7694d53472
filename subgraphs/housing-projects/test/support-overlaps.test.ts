import { afterAll, beforeAll, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHousingGraph } from "./support/housing-graph.js";

const rule = {
  firstScheme: "DECISION_22_2013",
  secondScheme: "TEMPORARY_HOUSE_ELIMINATION",
  explanation: "One excludes the other.",
};

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startHousingGraph({
    supports: [
      {
        householdId: "h1",
        decidedOn: "2025-01-01",
        program: "TEMPORARY_HOUSE_ELIMINATION",
        amount: 60_000_000,
      },
      { householdId: "h2", decidedOn: "2025-01-01" },
    ],
    overlapRules: [
      { ...rule, id: "r1", verdict: "STACK", validFrom: "2010-01-01", validTo: null, legalBasis: "Older" },
      { ...rule, id: "r2", verdict: "EXCLUDE", validFrom: "2024-12-01", validTo: null, legalBasis: "Newer" },
    ],
  });
});
afterAll(() => graph.close());

const grant = { id: "g1", legalBasisCode: "DECISION_22_2013", kind: "REPAIR", amount: 20_000_000 };
const overlaps = `supportOverlaps { need verdict legalBasis amountReceived amountDue amountExcess supports { id } grants { id } }`;

test("a support and a grant for one house are judged by the latest rule in force", async () => {
  const households = await graph.expectEntities(
    "Household",
    [
      { id: "h1", housingGrants: [{ ...grant, grantedOn: "2015-01-01" }] },
      { id: "h1", housingGrants: [] },
      { id: "h2", housingGrants: [] },
    ],
    overlaps,
  );
  expect(households).toEqual([
    {
      supportOverlaps: [
        {
          need: "HOUSE",
          verdict: "EXCLUDE",
          legalBasis: "Newer",
          amountReceived: 80_000_000,
          amountDue: 20_000_000,
          amountExcess: 60_000_000,
          supports: [{ id: "s1" }],
          grants: [{ id: "g1" }],
        },
      ],
    },
    { supportOverlaps: [] },
    { supportOverlaps: [] },
  ]);
});

test.each([1, 100])("the overlaps of %i households take two statements", async (count) => {
  const households = Array.from({ length: count }, (_, index) => ({ id: `h${index}`, housingGrants: [] }));
  graph.takeStatements();
  await graph.expectEntities("Household", households, overlaps);
  expect(graph.takeStatements()).toBe(2);
});
