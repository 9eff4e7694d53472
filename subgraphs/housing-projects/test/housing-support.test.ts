import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, startHousingGraph, type HousingGraph } from "./support/housing-graph.js";

const supportsAndApplications = `query ($of: [_Any!]!) {
  _entities(representations: $of) {
    ... on Household { id housingSupports { id amount decidedOn completedOn household { id } sources { source amount } } }
    ... on Person { id socialHousingApplications { id status project { name completedApartments } } }
  }
}`;

/** Each household has two supports, decided in the other order than they were entered, and one applicant. */
const numbers = Array.from({ length: 100 }, (_, index) => index + 1);

describe.each(dialects)("on %s", (dialect) => {
  let graph: HousingGraph;
  beforeAll(async () => {
    graph = await startHousingGraph(dialect, "supports", {
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
    });
  });
  afterAll(() => graph.close());

  const entities = async (count: number) => {
    const of = numbers.slice(0, count).flatMap((number) => [
      { __typename: "Household", id: `h${number}` },
      { __typename: "Person", id: `person ${number}` },
    ]);
    const data = await graph.expectData(supportsAndApplications, { of });
    return data["_entities"] as Record<string, unknown>[];
  };

  test("a household's supports come by decision, each with its sources, largest first", async () => {
    const [household] = await entities(1);
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
    const [, person] = await entities(1);
    expect(person?.["socialHousingApplications"]).toEqual([
      { id: "a1", status: "SUBMITTED", project: { name: "Khu nhà ở", completedApartments: 0 } },
    ]);
  });

  test.each([1, 10, 100])("%i households and persons take five statements", async (count) => {
    graph.takeStatements();
    await entities(count);
    expect(graph.takeStatements()).toBe(5);
  });

  test("a household and a person without anything have empty lists", async () => {
    const data = await graph.expectData(supportsAndApplications, {
      of: [
        { __typename: "Household", id: "nobody" },
        { __typename: "Person", id: "nobody" },
      ],
    });
    expect(data["_entities"]).toMatchObject([{ housingSupports: [] }, { socialHousingApplications: [] }]);
  });
});
