import { updateClassifications } from "@an-sinh/households/household-classification/household-classification.service";
import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import { PopulationTotalEntity } from "@an-sinh/households/population-statistics/population-total.entity";
import { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import { householdsTotals } from "@an-sinh/households/totals";
import { bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { findTotalDifferences } from "@an-sinh/subgraph-kit/totals/check-totals";
import * as fc from "fast-check";
import type { EntityManager } from "typeorm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countAssistance, countSeries, povertyFields } from "../../../test/support/counted-households.js";
import { dialects, rowsOf, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";
import { household, provincialStandard, review, standard } from "./support/rows.js";

/** The province 01 reports by standards of its own for some years, and the closed 27 did from the middle of 2022 on. */
const standards = [
  standard({ id: "before", validFrom: "2016-01-01", validTo: "2021-12-31" }),
  standard({ validFrom: "2022-01-01", reviewedFrom: "2021-09-01", validTo: "2026-12-31" }),
  provincialStandard({ id: "first", validFrom: "2023-01-01", validTo: "2024-12-31" }),
  provincialStandard({
    id: "second",
    validFrom: "2025-01-01",
    reviewedFrom: "2024-11-01",
    validTo: "2025-12-31",
  }),
  provincialStandard({ id: "other", issuedById: "27@0", validFrom: "2022-07-01" }),
];

const territory = {
  "01@0": ["here", "near"],
  "001@0": ["here"],
  "27@0": ["far"],
  "24@2025-07-01": ["far", "beyond"],
  "00001@2025-07-01": ["far", "beyond"],
};
const provinceOf: Readonly<Record<string, string>> = {
  "001@0": "01@0",
  "00001@2025-07-01": "24@2025-07-01",
};
const localities = ["here", "near", "far", "beyond"];
const units = Object.keys(territory);
const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026];
const homes = Array.from({ length: 120 }, (_, index) => `h${index + 1}`);
const people = Array.from({ length: 40 }, (_, index) => `p${index + 1}`);

const someHome = fc.record({
  localityId: fc.constantFrom(...localities),
  ethnicGroup: fc.constantFrom("Kinh", "Tày", null),
  isUrban: fc.boolean(),
});
const someReview = fc.record({
  householdId: fc.constantFrom(...homes),
  decidedOn: fc.oneof(
    fc
      .tuple(fc.constantFrom(...years), fc.constantFrom("01-01", "07-15", "11-20", "12-08", "12-31"))
      .map((parts) => parts.join("-")),
    fc.constant(null),
  ),
  class: fc.constantFrom(...Object.values(HouseholdClass)),
  monthlyIncomePerPerson: fc.integer({ min: 1_000_000, max: 2_600_000 }),
  deprivations: fc.constantFrom(0, 0b1, 0b111),
});
const someGrant = fc
  .record({
    householdId: fc.constantFrom(...homes.slice(0, 10)),
    personId: fc.constantFrom(null, ...people.slice(0, 10)),
    localityId: fc.constantFrom(...localities),
    programCode: fc.constantFrom("GIFT", "PENSION"),
    isMonthly: fc.boolean(),
    amount: fc.integer({ min: 1, max: 900 }),
    from: fc.tuple(fc.integer({ min: 2020, max: 2025 }), fc.integer({ min: 1, max: 12 })),
    months: fc.constantFrom(0, 1, 5, 12, 30, null),
  })
  .map(({ from: [year, month], months, ...rest }) => ({
    ...rest,
    from: dayOf(year * 12 + month - 1),
    to: months === null ? null : dayOf(year * 12 + month - 1 + months),
  }));

const dayOf = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;

const some = <Value>(values: fc.Arbitrary<Value>, count: number, seed: number): Value[] =>
  fc.sample(values, { numRuns: count, seed });

const reviews = (count: number, seed: number): PovertyReviewEntity[] =>
  some(someReview, count, seed).map((given, index) => review({ ...given, round: `${index}` }, index));

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const numbers = years.flatMap((year) => localities.map((localityId) => ({ localityId, year })));
    graph = await startHouseholdsGraph(
      {
        territory,
        units: units.map((id) => ({ id, provinceId: provinceOf[id] ?? id })),
        standards,
        households: some(someHome, homes.length, 1),
        people: people.map((id) => ({ id })),
        reviews: reviews(600, 2),
        totals: numbers.map((place) => ({ ...place, households: 100 })),
        programs: [{ code: "GIFT" }, { code: "PENSION" }],
        assistance: some(someGrant, 80, 3),
      },
      dialect,
      [
        rowsOf(
          PopulationTotalEntity,
          numbers.map((place) => ({
            ...place,
            people: 300,
            ethnicMinorityPeople: 30,
            ethnicMinorityHouseholds: 10,
          })),
        ),
      ],
    );
    await graph.database.write((manager) => updateClassifications(manager, homes));
  });
  afterAll(() => graph.close());

  const change = async (work: (manager: EntityManager) => Promise<unknown>) => {
    await graph.database.write(async (manager) => {
      await work(manager);
      await updateClassifications(manager, homes);
    });
    expect(await findTotalDifferences(graph.database, householdsTotals)).toEqual([]);
  };

  test("poverty statistics are what the classes give, also after households moved or were reviewed anew", async () => {
    const moved = some(someHome, 40, 4).map((given, index) => household(given, index));
    await change((manager) => bulkUpsert(manager, HouseholdEntity, moved));
    await change((manager) => bulkUpsert(manager, PovertyReviewEntity, reviews(200, 5)));
    await change((manager) =>
      manager.query("UPDATE poverty_review SET decided_on = NULL WHERE household_id IN ('h1', 'h2', 'h3')"),
    );
    for (const chosen of [null, "central", "first", "second", "other"]) {
      const standardArgument = chosen === null ? "" : `, standard: "${chosen}"`;
      const found = await graph.expectEntities<{ id: string; povertySeries: [] }>(
        "AdministrativeUnit",
        units.map((id) => ({ id })),
        `id povertySeries(fromYear: 2020, toYear: 2026, boundary: CURRENT${standardArgument}) { ${povertyFields} }`,
      );
      for (const { id, povertySeries } of found) {
        const counted = await countSeries(graph.database.reader, id, povertySeries, chosen !== null);
        expect(povertySeries.slice(1), `${id} ${chosen}`).toEqual(counted);
      }
    }
  });

  test("assistance by name is what the grants give, in every period", async () => {
    const periods = years.flatMap((from) =>
      years.filter((to) => to >= from).map((to) => [from, to] as const),
    );
    for (const [from, to] of periods) {
      const fields = "program { code } households recipients { unit count } amount";
      const found = await graph.expectEntities<{ id: string; given: [] }>(
        "AdministrativeUnit",
        units.map((id) => ({ id })),
        `id given: assistanceInPeriod(fromYear: ${from}, toYear: ${to}) { ${fields} }`,
      );
      for (const { id, given } of found)
        expect(given, `${id} ${from}-${to}`).toEqual(
          await countAssistance(graph.database.reader, id, from, to),
        );
    }
  });
});
