import { TargetEntity } from "@an-sinh/households/target/target.entity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, rowsOf, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";

const unitId = "27@0";

const target = (given: Partial<TargetEntity> & Pick<TargetEntity, "id">): TargetEntity => ({
  unitId,
  indicator: "POOR_HOUSEHOLDS_REDUCTION",
  fromYear: 2023,
  toYear: 2024,
  planned: 4,
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
    planned: 50,
    statedAchieved: 25,
  }),
  target({ id: "too early", fromYear: 2020, statedAchieved: 7 }),
  target({ id: "not over", fromYear: 2024, toYear: 2030 }),
];

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const poor = ["h1", "h2", "h3"];
    graph = await startHouseholdsGraph(
      {
        territory: { [unitId]: ["here"] },
        units: [{ id: unitId, validTo: "2024-06-30" }],
        households: poor.map((id) => ({ id })),
        // Three are poor at the end of 2022, two a year later and one at the end of 2024.
        classes: poor.map((householdId, index) => ({
          householdId,
          since: "2022-01-01",
          until: index === 0 ? null : `${2022 + index}-06-30`,
        })),
        totals: [2022, 2023, 2024].map((year) => ({ localityId: "here", year, households: 200 })),
      },
      dialect,
      [rowsOf(TargetEntity, targets)],
    );
  });
  afterAll(() => graph.close());

  async function find(id: string, year = 2024) {
    const [unit] = await graph.expectEntities<{ targets: { id: string }[] }>(
      "AdministrativeUnit",
      [{ id: unitId }],
      `targets(year: ${year}) { id isComputed achieved percentOfPlan }`,
    );
    return unit?.targets.find((one) => one.id === id);
  }

  test.each([
    // From the end of 2022 to the end of 2024, also after the unit was closed.
    ["computed", { isComputed: true, achieved: 2, percentOfPlan: 50 }],
    ["rate", { isComputed: true, achieved: 1, percentOfPlan: 100 }],
    ["stated", { isComputed: false, achieved: 25, percentOfPlan: 50 }],
    ["too early", { isComputed: true, achieved: 7, percentOfPlan: 175 }],
    ["not over", { isComputed: true, achieved: null, percentOfPlan: null }],
  ])("the target that is %s", async (id, expected) => {
    expect(await find(id)).toEqual({ id, ...expected });
  });

  test("a target is listed in every year from its first to its last", async () => {
    expect(await find("computed", 2022)).toBeUndefined();
    expect(await find("computed", 2023)).toBeDefined();
    expect(await find("computed", 2025)).toBeUndefined();
  });
});
