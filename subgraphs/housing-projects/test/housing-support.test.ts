import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHousingGraph } from "./support/housing-graph.js";

const supports = `id housingSupports { id amount decidedOn completedOn household { id } sources { source amount } }`;
const applications = `id socialHousingApplications { id status project { name completedApartments } }`;

/** Each household has two supports, decided in the other order than they were entered, and one applicant. */
const numbers = Array.from({ length: 100 }, (_, index) => index + 1);

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHousingGraph(
      {
        projects: [{ name: "Khu nhà ở" }],
        applications: numbers.map((number) => ({ personId: `person ${number}` })),
        supports: numbers.flatMap((number) => [
          { householdId: `h${number}`, decidedOn: "2024-01-01", completedOn: null },
          { householdId: `h${number}`, decidedOn: "2023-01-01", program: "PARTY_COMMITTEE_HOUSE" },
        ]),
        shares: numbers.flatMap((number) => [
          { supportId: `s${2 * number}`, source: "LOCAL_BUDGET", amount: 20_000_000 },
          { supportId: `s${2 * number}`, source: "BUSINESSES_AND_DONORS", amount: 30_000_000 },
        ]),
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  const households = (ids: readonly string[]) =>
    graph.expectEntities(
      "Household",
      ids.map((id) => ({ id })),
      supports,
    );
  const persons = (ids: readonly string[]) =>
    graph.expectEntities(
      "Person",
      ids.map((id) => ({ id })),
      applications,
    );

  test("a household's supports come by decision, each with its sources, largest first", async () => {
    const [household] = await households(["h1"]);
    expect(household?.["housingSupports"]).toMatchObject([
      {
        id: "s2",
        amount: 50_000_000,
        household: { id: "h1" },
        sources: [
          { source: "BUSINESSES_AND_DONORS", amount: 30_000_000 },
          { source: "LOCAL_BUDGET", amount: 20_000_000 },
        ],
      },
      { id: "s1", completedOn: null, sources: [] },
    ]);
  });

  test("a person's applications lead to the project", async () => {
    const [person] = await persons(["person 1"]);
    expect(person?.["socialHousingApplications"]).toEqual([
      { id: "a1", status: "SUBMITTED", project: { name: "Khu nhà ở", completedApartments: 0 } },
    ]);
  });

  test.each([1, 10, 100])("%i households take two statements, and as many persons three", async (count) => {
    const some = numbers.slice(0, count);
    graph.takeStatements();
    await households(some.map((number) => `h${number}`));
    expect(graph.takeStatements()).toBe(2);
    await persons(some.map((number) => `person ${number}`));
    expect(graph.takeStatements()).toBe(3);
  });

  test("a household and a person without anything have empty lists", async () => {
    expect(await households(["nobody"])).toEqual([{ id: "nobody", housingSupports: [] }]);
    expect(await persons(["nobody"])).toEqual([{ id: "nobody", socialHousingApplications: [] }]);
  });
});
