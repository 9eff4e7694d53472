import { anonymous } from "@an-sinh/server/caller";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callerOf, official } from "../../../test/support/callers.js";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startCreditGraph } from "./support/credit-graph.js";
import { packageLoan } from "./support/rows.js";

/** How many people bought apartments with loans of the package, by province and year. */
const buyers = {
  east: { 2024: 5, 2025: 3, 2026: 0 },
  north: { 2024: 6, 2025: 0, 2026: 2 },
  west: { 2024: 20, 2025: 20, 2026: 20 },
};

const loans = Object.entries(buyers).flatMap(([localityId, years]) =>
  Object.entries(years).flatMap(([year, count]) =>
    Array.from({ length: count }, () =>
      packageLoan({ localityId, borrowerKind: "HOUSING_BUYER", disbursedOn: `${year}-03-01`, principal: 10 }),
    ),
  ),
);

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startCreditGraph({
    territory: Object.fromEntries(Object.keys(buyers).map((province) => [province, [province]])),
    programs: [{ code: "SOCIAL_HOUSING_PACKAGE", lenderKind: "COMMERCIAL_BANK" }],
    volumes: [
      {
        programId: "SOCIAL_HOUSING_PACKAGE",
        validFrom: "2020-01-01",
        validTo: null,
        volume: 10_000,
        legalBasis: "Resolution 33/NQ-CP",
      },
    ],
    loans,
  });
});
afterAll(() => graph.close());

test.each([
  ["where no province withholds anything", anonymous, 2024, 31, 3.1],
  ["not where a single province withholds something", anonymous, 2025, null, null],
  ["where two provinces withhold what is not few together", anonymous, 2026, 76, 7.6],
  ["to an official of the only one that does", callerOf("credit-officer", "east"), 2025, 54, 5.4],
  ["not to an official of one of the two that do", callerOf("credit-officer", "east"), 2026, null, null],
  ["always to an official of the country", official, 2025, 54, 5.4],
])("loans to buyers in the whole country are told %s", async (_, caller, year, count, drawnPercent) => {
  const { housingPackage } = await graph
    .as(caller)
    .expectData(
      `{ housingPackage(year: ${year}) { drawnPercent lending { buyers { loans } byBank { buyers { loans } } } } }`,
    );
  const told = { buyers: { loans: count } };
  expect(housingPackage).toEqual({ drawnPercent, lending: { ...told, byBank: [told] } });
});
