import { afterAll, beforeAll, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHousingGraph } from "./support/housing-graph.js";

const unit = { id: "24@2025-07-01" };
const legalBasis = "Sample value";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startHousingGraph({
    territory: { [unit.id]: ["here"] },
    projects: [
      { approvedOn: "2023-12-31", plannedApartments: 100, plannedCapacityPeople: 300, landAreaHectares: 1.1 },
      { approvedOn: "2024-12-31", plannedApartments: 50, plannedCapacityPeople: 150, landAreaHectares: 2.2 },
    ],
    completions: [{ projectId: "p1", phase: 1, completedOn: "2024-12-31", apartments: 80 }],
    reservations: [{ localityId: "here", reservedOn: "2024-01-01", hectares: 5.5 }],
    livingAreas: [{ unitId: "VN", year: 2024, squareMetersPerPerson: 26.6 }],
    supports: [
      { completedOn: "2022-12-31", program: "TEMPORARY_HOUSE_ELIMINATION", amount: 60 },
      { completedOn: "2023-01-01", program: "TEMPORARY_HOUSE_ELIMINATION", amount: 61 },
      { completedOn: "2024-12-31", program: "TEMPORARY_HOUSE_ELIMINATION", kind: "REPAIR", amount: 30 },
      { completedOn: "2023-06-01", program: "SOCIALIZED_HOUSING", kind: "SANITARY_FACILITY", amount: 7 },
      { completedOn: "2023-06-01", program: "SOCIALIZED_HOUSING", kind: "REPAIR", amount: 20 },
      { completedOn: null, program: "GREAT_SOLIDARITY" },
    ],
    nationalTargets: [
      { fromYear: 2024, toYear: 2024, apartments: 7, legalBasis },
      { fromYear: 2021, toYear: 2030, apartments: 1_000_000, legalBasis },
    ],
    supportTargets: [
      { unitId: unit.id, year: 2023, program: "TEMPORARY_HOUSE_ELIMINATION", houses: 4, legalBasis },
      { unitId: unit.id, year: 2023, program: "SOCIALIZED_HOUSING", houses: 0, legalBasis },
    ],
  });
});
afterAll(() => graph.close());

const valueOf = async (figure: object) => {
  const [found] = await graph.expectEntities<{ housingProjectsValue: number | null }>(
    "PublishedFigure",
    [{ id: "F1", administrativeUnit: unit, fromYear: null, ...figure }],
    "housingProjectsValue",
  );
  return found?.housingProjectsValue;
};

test.each([
  ["SOCIAL_HOUSING_PROJECTS", 1, 2],
  ["SOCIAL_HOUSING_LAND", 1.1, 3.3],
  ["PLANNED_APARTMENTS", 100, 150],
  ["HOUSING_CAPACITY", 300, 450],
  ["COMPLETED_APARTMENTS", 0, 80],
  ["LAND_RESERVED", 0, 5.5],
  ["TEMPORARY_HOUSES_BUILT", 2, 2],
  ["TEMPORARY_HOUSES_REPAIRED", 0, 1],
  ["TEMPORARY_HOUSES_BUDGET", 121, 151],
  ["SOCIALIZED_HOUSES", 1, 1],
  ["SOCIALIZED_SANITARY_FACILITIES", 1, 1],
  ["SOCIALIZED_BUDGET", 27, 27],
  ["GREAT_SOLIDARITY_HOUSES", 0, 0],
])("%s is counted to 31 December of a figure's last year", async (measure, in2023, in2024) => {
  expect(await valueOf({ measure, toYear: 2023 })).toBe(in2023);
  expect(await valueOf({ measure, toYear: 2024 })).toBe(in2024);
});

test("a target of the whole country is that of exactly the years of the figure", async () => {
  const target = { measure: "NATIONAL_APARTMENT_TARGET", administrativeUnit: null };
  expect(await valueOf({ ...target, fromYear: 2021, toYear: 2030 })).toBe(1_000_000);
  expect(await valueOf({ ...target, fromYear: 2024, toYear: 2024 })).toBe(7);
  expect(await valueOf({ ...target, fromYear: 2022, toYear: 2030 })).toBeNull();
});

test("a target for houses is compared with the houses of its program in its year, without sanitary facilities", async () => {
  const measure = "TEMPORARY_HOUSES_TARGET_REACHED";
  expect(await valueOf({ measure, fromYear: 2023, toYear: 2023 })).toBe(25);
  expect(await valueOf({ measure, fromYear: 2024, toYear: 2024 })).toBeNull();
  const [found] = await graph.expectEntities(
    "AdministrativeUnit",
    [unit],
    "housing(year: 2023) { supportTargets { program houses completed percentOfTarget legalBasis } }",
  );
  expect(found).toEqual({
    housing: {
      supportTargets: [
        { program: "SOCIALIZED_HOUSING", houses: 0, completed: 1, percentOfTarget: null, legalBasis },
        { program: "TEMPORARY_HOUSE_ELIMINATION", houses: 4, completed: 1, percentOfTarget: 25, legalBasis },
      ],
    },
  });
});

test("supports are counted from the first year of a figure to its last, both included", async () => {
  const budget = { measure: "TEMPORARY_HOUSES_BUDGET" };
  expect(await valueOf({ ...budget, fromYear: 2023, toYear: 2023 })).toBe(61);
  expect(await valueOf({ ...budget, fromYear: 2023, toYear: 2024 })).toBe(91);
  expect(await valueOf({ ...budget, fromYear: 2025, toYear: 2025 })).toBe(0);
});

test("a figure without a unit is of the whole country", async () => {
  expect(await valueOf({ measure: "LIVING_AREA", toYear: 2024, administrativeUnit: null })).toBe(26.6);
  expect(await valueOf({ measure: "LIVING_AREA", toYear: 2024 })).toBeNull();
});

test("nothing is computed for another department's measure, or without a measure or year", async () => {
  expect(await valueOf({ measure: "POOR_HOUSEHOLDS", toYear: 2024 })).toBeNull();
  expect(await valueOf({ measure: null, toYear: 2024 })).toBeNull();
  expect(await valueOf({ measure: "PLANNED_APARTMENTS", toYear: null })).toBeNull();
});

test("a gateway that leaves nulls out gets the same", async () => {
  expect(await graph.expectEntities("PublishedFigure", [{ id: "F1" }], "housingProjectsValue")).toEqual([
    { housingProjectsValue: null },
  ]);
});
