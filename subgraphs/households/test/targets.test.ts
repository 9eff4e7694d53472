import { ExtremelyDifficultAreaEntity } from "@an-sinh/households/extreme-difficulty/extremely-difficult-area.entity";
import { PopulationTotalEntity } from "@an-sinh/households/population-statistics/population-total.entity";
import { TargetEntity } from "@an-sinh/households/target/target.entity";
import { anonymous } from "@an-sinh/server/caller";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  dialects,
  rowsOf,
  type DepartmentClient,
  type DepartmentGraph,
} from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";

const unitId = "27@0";

const target = (given: Partial<TargetEntity> & Pick<TargetEntity, "id">): TargetEntity => ({
  unitId,
  indicator: "POOR_HOUSEHOLDS_REDUCTION",
  fromYear: 2023,
  toYear: 2024,
  planned: 4,
  reachedYear: null,
  statedAchieved: null,
  legalBasis: "Plan 1/2022",
  ...given,
});

const targets = [
  target({ id: "computed" }),
  target({ id: "rate", indicator: "POVERTY_RATE_REDUCTION", planned: 1 }),
  target({
    id: "stated",
    indicator: "LOCALITIES_OUT_OF_EXTREME_DIFFICULTY",
    toYear: 2030,
    planned: 50,
    statedAchieved: 25,
  }),
  target({ id: "of areas", indicator: "LOCALITIES_OUT_OF_EXTREME_DIFFICULTY", planned: 50 }),
  target({ id: "too early", fromYear: 2020, statedAchieved: 7 }),
  target({ id: "not over", fromYear: 2024, toYear: 2030 }),
  target({ id: "reached early", toYear: 2030, reachedYear: 2023, planned: 1 }),
  target({
    id: "of minorities",
    indicator: "ETHNIC_MINORITY_POVERTY_RATE_REDUCTION",
    fromYear: 2022,
    planned: 5,
  }),
  target({
    id: "of few minorities",
    unitId: "28@0",
    indicator: "ETHNIC_MINORITY_POVERTY_RATE_REDUCTION",
    planned: 5,
  }),
];

/** In another unit all who are poor belong to the majority, but for one in the first year. */
const elsewhere = ["e1", "e2", "e3", "e4", "e5", "e6"];

/** At the end of 2022 three areas are on the list. One of them has left it at the end of 2024, and a new one has come. */
const areas = [
  [null, "2024-12-30"],
  [null, "2022-12-30"],
  ["2022-12-31", "2024-12-31"],
  ["2020-01-01", null],
  ["2023-01-01", null],
].map(([validFrom = null, validTo = null], index) => ({
  id: `x${index}`,
  unitId: "00001@0",
  village: `Khu ${index}`,
  validFrom,
  validTo,
  legalBasis: "Decision 1/2020",
}));

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const poor = ["h1", "h2", "h3"];
    graph = await startHouseholdsGraph(
      {
        territory: { [unitId]: ["here", "near"], "00001@0": ["here", "near"], "28@0": ["there"] },
        units: [{ id: unitId, validTo: "2024-06-30" }, { id: "00001@0", level: "COMMUNE" }, { id: "28@0" }],
        households: [
          ...["Tày", "Kinh", null].map((ethnicGroup, index) => ({ id: poor[index] ?? "", ethnicGroup })),
          ...elsewhere.map((id) => ({ id, localityId: "there", ethnicGroup: id === "e1" ? "Tày" : "Kinh" })),
        ],
        // Three are poor at the end of 2022, two a year later and one at the end of 2024.
        classes: [
          ...poor.map((householdId, index) => ({
            householdId,
            since: "2022-01-01",
            until: index === 1 ? null : `${2023 + index / 2}-06-30`,
          })),
          ...elsewhere.map((householdId) => ({
            householdId,
            since: "2022-01-01",
            until: householdId === "e1" ? "2023-06-30" : null,
          })),
        ],
        totals: [2022, 2023, 2024].flatMap((year) =>
          ["here", "there"].map((localityId) => ({ localityId, year, households: 200 })),
        ),
      },
      dialect,
      [
        rowsOf(TargetEntity, targets),
        rowsOf(ExtremelyDifficultAreaEntity, areas),
        rowsOf(
          PopulationTotalEntity,
          [2022, 2023, 2024].flatMap((year) =>
            ["here", "there"].map((localityId) => ({
              localityId,
              year,
              people: 700,
              ethnicMinorityPeople: 35,
              ethnicMinorityHouseholds: 10,
            })),
          ),
        ),
      ],
    );
  });
  afterAll(() => graph.close());

  async function find(id: string, year = 2024, client: DepartmentClient = graph) {
    const [unit] = await client.expectEntities<{ targets: { id: string }[] }>(
      "AdministrativeUnit",
      [{ id: targets.find((one) => one.id === id)?.unitId }],
      `targets(year: ${year}) { id isComputed achieved percentOfPlan }`,
    );
    return unit?.targets.find((one) => one.id === id);
  }

  test.each([
    // From the end of 2022 to the end of 2024, also after the unit was closed.
    ["computed", { isComputed: true, achieved: 2, percentOfPlan: 50 }],
    ["rate", { isComputed: true, achieved: 1, percentOfPlan: 100 }],
    ["stated", { isComputed: false, achieved: 25, percentOfPlan: 50 }],
    ["too early", { isComputed: false, achieved: 7, percentOfPlan: 175 }],
    ["not over", { isComputed: false, achieved: null, percentOfPlan: null }],
    ["reached early", { isComputed: true, achieved: 1, percentOfPlan: 100 }],
    ["of areas", { isComputed: true, achieved: 33.333, percentOfPlan: 66.666 }],
    // The register begins in 2022, so 10 points in two years.
    ["of minorities", { isComputed: true, achieved: 5, percentOfPlan: 100 }],
  ])("the target that is %s", async (id, expected) => {
    expect(await find(id)).toEqual({ id, ...expected });
  });

  test("what is computed from a number that is withheld is not computed from other years", async () => {
    const id = "of few minorities";
    expect(await find(id)).toEqual({ id, isComputed: true, achieved: 5, percentOfPlan: 100 });
    const withheld = { id, isComputed: false, achieved: null, percentOfPlan: null };
    expect(await find(id, 2024, graph.as(anonymous))).toEqual(withheld);
  });

  test("the areas in extreme difficulty on a day are those of the land of the unit", async () => {
    const areasOn = (on: string) =>
      graph.expectEntities(
        "AdministrativeUnit",
        [{ id: unitId }],
        `extremelyDifficultAreas(on: "${on}") { village commune { id } }`,
      );
    const listed = (...numbers: number[]) => [
      {
        extremelyDifficultAreas: numbers.map((index) => ({
          village: `Khu ${index}`,
          commune: { id: "00001@0" },
        })),
      },
    ];
    expect(await areasOn("2022-12-30")).toEqual(listed(0, 1, 3));
    expect(await areasOn("2024-12-31")).toEqual(listed(2, 3, 4));
  });

  test("a target is listed in every year from its first to its last", async () => {
    expect(await find("computed", 2022)).toBeUndefined();
    expect(await find("computed", 2023)).toBeDefined();
    expect(await find("computed", 2025)).toBeUndefined();
  });
});
