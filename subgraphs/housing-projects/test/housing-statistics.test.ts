import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHousingGraph } from "./support/housing-graph.js";

/** The closed unit "old" lies in the unit "new", with another locality. */
const territory = { old: ["here"], new: ["here", "there"] };

const housing = (year: number) => `housing(year: ${year}) {
  year socialHousingProjects landAreaHectares plannedApartments completedApartments landReservedHectares
  livingAreaSquareMetersPerPerson supports { program kind houses amount housesDuringYear amountDuringYear }
}`;

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHousingGraph(
      {
        territory,
        projects: [
          { landAreaHectares: 0.1, approvedOn: "2023-12-31" },
          { landAreaHectares: 0.2, approvedOn: "2024-01-01", plannedApartments: 250 },
          { localityId: "there", approvedOn: "2022-05-05", plannedApartments: 40 },
          { approvedOn: null, status: "PLANNED" },
        ],
        completions: [
          { projectId: "p1", phase: 1, completedOn: "2023-12-31", apartments: 30 },
          { projectId: "p1", phase: 2, completedOn: "2024-01-01", apartments: 70 },
          { projectId: "p3", phase: 1, completedOn: "2023-02-02", apartments: 5 },
        ],
        reservations: [
          { localityId: "here", reservedOn: "2023-06-01", hectares: 1.1 },
          { localityId: "here", reservedOn: "2024-06-01", hectares: 2.2 },
        ],
        livingAreas: [{ unitId: "new", year: 2024, squareMetersPerPerson: 31.5 }],
        supports: [
          { completedOn: "2022-11-30", amount: 40_000_000 },
          { completedOn: "2023-12-31", amount: 60_000_000 },
          { completedOn: "2024-01-01" },
          { completedOn: null },
          { localityId: "there", program: "SOCIALIZED_HOUSING", kind: "REPAIR", amount: 9_007_199_254 },
        ],
        shares: [
          { supportId: "s1", source: "FUND_FOR_THE_POOR", amount: 40_000_000 },
          { supportId: "s2", source: "LOCAL_BUDGET", amount: 10_000_000 },
          { supportId: "s2", source: "FUND_FOR_THE_POOR", amount: 50_000_000 },
          { supportId: "s3", source: "FUND_FOR_THE_POOR", amount: 50_000_000 },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  const statistics = async (id: string, year: number) => {
    const [unit] = await graph.expectEntities<{ housing: Record<string, unknown> }>(
      "AdministrativeUnit",
      [{ id }],
      housing(year),
    );
    return unit?.housing;
  };

  test("a year counts what was approved, completed and reserved by 31 December", async () => {
    expect(await statistics("old", 2023)).toMatchObject({
      year: 2023,
      socialHousingProjects: 1,
      landAreaHectares: 0.1,
      plannedApartments: 100,
      completedApartments: 30,
      landReservedHectares: 1.1,
    });
    expect(await statistics("old", 2024)).toMatchObject({
      socialHousingProjects: 2,
      landAreaHectares: 0.3,
      plannedApartments: 350,
      completedApartments: 100,
      landReservedHectares: 3.3,
    });
  });

  test("a unit counts all its localities, whichever units these lay in before", async () => {
    expect(await statistics("new", 2023)).toMatchObject({
      socialHousingProjects: 2,
      plannedApartments: 140,
      completedApartments: 35,
    });
  });

  test("supports are cumulative, with those completed during the year apart", async () => {
    expect((await statistics("old", 2023))?.["supports"]).toEqual([
      {
        program: "GREAT_SOLIDARITY",
        kind: "NEW_BUILD",
        houses: 2,
        amount: 100_000_000,
        housesDuringYear: 1,
        amountDuringYear: 60_000_000,
      },
    ]);
  });

  test("supports of different programs and kinds stand apart", async () => {
    const supports = (await statistics("new", 2024))?.["supports"];
    expect(supports).toMatchObject([
      { program: "GREAT_SOLIDARITY", kind: "NEW_BUILD", houses: 3, amount: 150_000_000 },
      { program: "SOCIALIZED_HOUSING", kind: "REPAIR", houses: 1, amount: 9_007_199_254 },
    ]);
  });

  test("what each source paid is told by program and kind, the largest amount first", async () => {
    const [unit] = await graph.expectEntities<{ housing: { supports: unknown[] } }>(
      "AdministrativeUnit",
      [{ id: "new" }],
      "housing(year: 2023) { supports { program sources { source amount amountDuringYear } } }",
    );
    expect(unit?.housing.supports).toEqual([
      {
        program: "GREAT_SOLIDARITY",
        sources: [
          { source: "FUND_FOR_THE_POOR", amount: 90_000_000, amountDuringYear: 50_000_000 },
          { source: "LOCAL_BUDGET", amount: 10_000_000, amountDuringYear: 10_000_000 },
        ],
      },
      { program: "SOCIALIZED_HOUSING", sources: [] },
    ]);
  });

  test("living area is null for a year or unit without a figure", async () => {
    expect((await statistics("new", 2024))?.["livingAreaSquareMetersPerPerson"]).toBe(31.5);
    expect((await statistics("new", 2023))?.["livingAreaSquareMetersPerPerson"]).toBeNull();
    expect((await statistics("old", 2024))?.["livingAreaSquareMetersPerPerson"]).toBeNull();
  });

  test("a year or unit without data gives zeros", async () => {
    const nothing = { socialHousingProjects: 0, landAreaHectares: 0, completedApartments: 0, supports: [] };
    expect(await statistics("old", 1950)).toMatchObject(nothing);
    expect(await statistics("nowhere", 2024)).toMatchObject(nothing);
  });

  test.each([1944, 2101, -1])("the year %i is refused", async (year) => {
    const { errors } = await graph.query(
      `query ($known: [_Any!]!) { _entities(representations: $known) { ... on AdministrativeUnit { ${housing(year)} } } }`,
      { known: [{ __typename: "AdministrativeUnit", id: "old" }] },
    );
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "year" } }]);
    expect(errors?.[0]?.message).toContain(`but got: ${year}`);
  });

  test.each([1, 10, 100])("%i units take five statements", async (count) => {
    const units = Array.from({ length: count }, (_, index) => ({
      id: index === 0 ? "new" : `unit ${index}`,
    }));
    graph.takeStatements();
    await graph.expectEntities("AdministrativeUnit", units, housing(2024));
    expect(graph.takeStatements()).toBe(5);
  });
});
