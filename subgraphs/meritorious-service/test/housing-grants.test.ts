import { afterAll, beforeAll, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startMeritoriousGraph({
    grantNorms: [
      {
        legalBasisCode: "DECISION_21_2024",
        kind: "REPAIR",
        amount: 30_000_000,
        legalBasis: "Decision",
        position: 1,
      },
    ],
    records: [{}, {}],
    grants: [
      { kind: "REPAIR", amount: 25_000_000, grantedOn: "2025-02-01" },
      { legalBasisCode: "DECISION_22_2013", kind: "REPAIR", grantedOn: "2015-01-01" },
      { recordId: "r2", personId: "p2", kind: "NEW_BUILD", grantedOn: "2025-01-01" },
      { householdId: "h2" },
    ],
  });
});
afterAll(() => graph.close());

test("a household's grants come by day, each with the norm of its decision and kind of work", async () => {
  const households = await graph.expectEntities(
    "Household",
    [{ id: "h1" }, { id: "none" }],
    "housingGrants { id amount norm normLegalBasis household { id } person { id } record { id } }",
  );
  expect(households).toEqual([
    {
      housingGrants: [
        expect.objectContaining({ id: "g2", norm: null, normLegalBasis: null }),
        expect.objectContaining({ id: "g3", norm: null, person: { id: "p2" }, record: { id: "r2" } }),
        {
          id: "g1",
          amount: 25_000_000,
          norm: 30_000_000,
          normLegalBasis: "Decision",
          household: { id: "h1" },
          person: { id: "p1" },
          record: { id: "r1" },
        },
      ],
    },
    { housingGrants: [] },
  ]);
});

test("a record's grants are those that were made because of it", async () => {
  const records = await graph.expectEntities(
    "MeritoriousRecord",
    [{ id: "r2" }, { id: "r1" }],
    "housingGrants { id }",
  );
  expect(records).toEqual([
    { housingGrants: [{ id: "g3" }] },
    { housingGrants: [{ id: "g2" }, { id: "g4" }, { id: "g1" }] },
  ]);
});

test("a grant that is not on record is null", async () => {
  const grants = await graph.expectEntities("HousingGrant", [{ id: "g4" }, { id: "none" }], "grantedOn");
  expect(grants).toEqual([{ grantedOn: "2025-01-15" }, null]);
});
