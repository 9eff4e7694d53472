import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { reclassify } from "@an-sinh/households/poverty-standard/classify";
import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";
import { standard } from "./support/rows.js";

const province = "24@2025-07-01";
const on = "2025-12-31";

/** The lines rise, there is a line up to which all are poor, and the last of three indicators is no longer counted. */
const next: PovertyStandardEntity = standard({
  id: "next",
  validFrom: "2027-01-01",
  ruralPoorLine: 700_000,
  urbanPoorLine: 900_000,
  ruralIncomeLine: 2_200_000,
  urbanIncomeLine: 2_800_000,
  ruralAverageLine: 3_300_000,
  urbanAverageLine: 4_200_000,
  countedDeprivations: 0b0111_1111_1111,
});

/** One household of each kind that the rule tells apart. */
const findings = [true, false].flatMap((isUrban) =>
  [700_000, 900_000, 2_200_000, 2_800_000, 2_800_001, 3_300_001, 4_200_001].flatMap(
    (monthlyIncomePerPerson) =>
      [0b0111, 0b1000_0000_0011, 0b1000_0000_0111].flatMap((deprivations) =>
        (["AVERAGE", "NEWLY_ESCAPED"] as const).map((kind) => ({
          isUrban,
          monthlyIncomePerPerson,
          deprivations,
          kind,
        })),
      ),
  ),
);

interface ClassChange {
  readonly from: HouseholdClass;
  readonly to: HouseholdClass;
  readonly households: number;
}

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph(
      {
        territory: { [province]: ["here"] },
        units: [{ id: province }, { id: "00001@2025-07-01", level: "COMMUNE", provinceId: province }],
        standards: [standard({}), next],
        households: findings.map(({ isUrban }) => ({ isUrban })),
        reviews: findings.map(({ monthlyIncomePerPerson, deprivations }, index) => ({
          householdId: `h${index + 1}`,
          monthlyIncomePerPerson,
          deprivations,
        })),
        classes: findings.map(({ kind }, index) => ({
          householdId: `h${index + 1}`,
          reviewId: `r${index + 1}`,
          class: kind,
        })),
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  test("a household's other class follows from the income, the counted deprivations and its escape", async () => {
    const known = findings.map((_, index) => ({ id: `h${index + 1}` }));
    const found = await graph.expectEntities<{ classificationUnder: { class: HouseholdClass } }>(
      "Household",
      known,
      `classificationUnder(standard: "next", on: "${on}") { class since standard { id } }`,
    );
    expect(found).toEqual(
      findings.map((one) => ({
        classificationUnder: {
          class: reclassify(next, { ...one, isNewlyEscaped: one.kind === "NEWLY_ESCAPED" }),
          since: "2022-12-08",
          standard: { id: "next" },
        },
      })),
    );
  });

  test("counting in SQL follows the same rule as one household", async () => {
    const changes = new Map<string, number>();
    for (const one of findings) {
      const to = reclassify(next, { ...one, isNewlyEscaped: one.kind === "NEWLY_ESCAPED" });
      if (to !== one.kind) changes.set(`${one.kind} ${to}`, (changes.get(`${one.kind} ${to}`) ?? 0) + 1);
    }
    const [unit] = await graph.expectEntities<{
      reclassification: { households: number; changes: ClassChange[] };
    }>(
      "AdministrativeUnit",
      [{ id: province }],
      `reclassification(standard: "next", on: "${on}") {
        households changing changes { from to households }
        communes { administrativeUnit { id } changing changes { from to households } } }`,
    );
    const changing = [...changes.values()].reduce((sum, households) => sum + households, 0);
    const counted = [...changes]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([pair, households]) => ({ from: pair.split(" ")[0], to: pair.split(" ")[1], households }));
    expect(unit?.reclassification).toEqual({
      households: findings.length,
      changing,
      changes: counted,
      communes: [{ administrativeUnit: { id: "00001@2025-07-01" }, changing, changes: counted }],
    });
  });
});

describe("a class that is on record under the other standard", () => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph({
      territory: { [province]: ["here"] },
      units: [{ id: province }, { id: "00001@2025-07-01", level: "COMMUNE", provinceId: province }],
      standards: [standard({}), next],
      households: [{}, {}],
      reviews: [{ monthlyIncomePerPerson: 1_000_000 }],
      classes: [
        { reviewId: "r1", class: "POOR" },
        { reviewId: "r1", class: "AVERAGE", standardId: "next", isReporting: false, since: "2025-01-01" },
        { householdId: "h2", until: "2025-06-30" },
      ],
    });
  });
  afterAll(() => graph.close());

  const under = async (id: string, day: string) => {
    const selection = `classificationUnder(standard: "next", on: "${day}") { class since }`;
    return graph.expectEntities("Household", [{ id }], selection);
  };

  test("is given, and not judged anew", async () => {
    expect(await under("h1", on)).toEqual([
      { classificationUnder: { class: "AVERAGE", since: "2025-01-01" } },
    ]);
  });

  test("is judged anew on a day on which it is not in force", async () => {
    expect(await under("h1", "2024-12-31")).toEqual([
      { classificationUnder: { class: "NEAR_POOR", since: "2022-12-08" } },
    ]);
  });

  test("counts for the unit, and a household off the register does not", async () => {
    const selection = `reclassification(standard: "next", on: "${on}") { households changes { from to households } }`;
    expect(await graph.expectEntities("AdministrativeUnit", [{ id: province }], selection)).toEqual([
      { reclassification: { households: 1, changes: [{ from: "POOR", to: "AVERAGE", households: 1 }] } },
    ]);
    expect(await under("h2", on)).toEqual([{ classificationUnder: null }]);
  });
});
