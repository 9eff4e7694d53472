import { afterAll, beforeAll, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

const before = "Department of Labor, Invalids and Social Affairs";
const after = "Department of Home Affairs";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startMeritoriousGraph({
    agencies: [
      { validFrom: "2008-01-01", validTo: "2025-02-28", englishName: before },
      { validFrom: "2025-03-01", englishName: after },
    ],
    records: [{}],
    payments: [
      { month: "2025-03-01", paidOn: "2025-03-01" },
      { month: "2025-02-01", paidOn: "2025-02-28" },
    ],
    benefits: [{ paidOn: "2007-12-31" }, { paidOn: "2008-01-01" }],
    cards: [{ year: 2025 }],
    grants: [{ grantedOn: "2025-03-01" }],
  });
});
afterAll(() => graph.close());

test("a payment, benefit, card or grant names the agency of its day, and a record that of today", async () => {
  const agency = "responsibleAgency { englishName }";
  const [record] = await graph.expectEntities(
    "MeritoriousRecord",
    [{ id: "r1" }],
    `${agency} payments { edges { node { ${agency} } } } careBenefits { ${agency} }
     healthInsuranceCards { ${agency} } housingGrants { ${agency} }`,
  );
  const named = (englishName: string) => ({ responsibleAgency: { englishName } });
  expect(record).toEqual({
    ...named(after),
    payments: { edges: [{ node: named(after) }, { node: named(before) }] },
    careBenefits: [{ responsibleAgency: null }, named(before)],
    healthInsuranceCards: [named(before)],
    housingGrants: [named(after)],
  });
});
