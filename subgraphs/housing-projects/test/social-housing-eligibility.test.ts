import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { officialOf } from "../../../test/support/callers.js";
import {
  dialects,
  type DepartmentClient,
  type DepartmentGraph,
} from "../../../test/support/department-graph.js";
import { startHousingGraph } from "./support/housing-graph.js";

const law = { validFrom: "2024-08-01", validTo: null, legalBasis: "Housing Law 27/2023/QH15" };
const decree100 = { validFrom: "2024-08-01", validTo: "2025-10-09", legalBasis: "Decree 100/2024/ND-CP" };
const decree261 = { validFrom: "2025-10-10", validTo: null, legalBasis: "Decree 261/2025/ND-CP" };

/** What the gateway sends about a poor household of one person in the countryside. */
const household = (id: string, given: object = {}) => ({
  id,
  isUrban: false,
  isMeritoriousFamily: false,
  members: [{ id: `${id}-head`, relationshipToHead: "HEAD", earliestBirthDate: "1990-01-01", isAlive: true }],
  classificationHistory: [
    {
      class: "POOR",
      since: "2024-12-20",
      until: null,
      review: { monthlyIncomePerPerson: 1_000_000, deprivations: ["HOUSING_AREA"] },
    },
  ],
  ...given,
});

interface Eligible {
  readonly eligibility: { readonly group: string; readonly verdict: string | null; readonly conditions: [] };
}

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHousingGraph(
      {
        ceilings: [
          { situation: "COUPLE", ...decree100, monthlyIncome: 30_000_000 },
          { situation: "SINGLE", ...decree100, monthlyIncome: 15_000_000 },
          { situation: "SINGLE", ...decree261, monthlyIncome: 20_000_000 },
          { situation: "SINGLE_PARENT", ...decree261, monthlyIncome: 30_000_000 },
        ],
        conditions: [
          { group: "RURAL_POOR_OR_NEAR_POOR", rule: "BELONGS_TO_GROUP", ...law },
          { group: "RURAL_POOR_OR_NEAR_POOR", rule: "HOUSING_NEED", ...law },
          { group: "RURAL_POOR_OR_NEAR_POOR", rule: "NO_SOCIAL_HOUSING_BEFORE", ...law },
          { group: "WORKER", rule: "INCOME_WITHIN_CEILING", ...law },
        ],
        projects: [{}],
        applications: [
          { householdId: "allotted", status: "ALLOTTED", submittedOn: "2025-01-01", decidedOn: "2025-02-01" },
          { householdId: "h1", personId: "h1-head", submittedOn: "2025-10-10", group: "WORKER" },
          { householdId: null },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  const judged = async (
    known: object,
    args: string,
    selection = "group verdict conditions { rule status }",
    client: DepartmentClient = graph,
  ) => {
    const [found] = await client.expectEntities<Eligible>(
      "Household",
      [{ ...known }],
      `eligibility: socialHousingEligibility(${args}) { ${selection} }`,
    );
    return found?.eligibility;
  };

  test.each([
    ["2024-07-31", []],
    ["2024-08-01", ["SINGLE 15", "COUPLE 30"]],
    ["2025-10-09", ["SINGLE 15", "COUPLE 30"]],
    ["2025-10-10", ["SINGLE 20", "SINGLE_PARENT 30"]],
  ])("the income ceilings of %s are %j, the lowest first", async (on, expected) => {
    const { ceilings } = await graph.expectData<{ ceilings: { situation: string; monthlyIncome: number }[] }>(
      `{ ceilings: socialHousingIncomeCeilings(on: "${on}") { situation monthlyIncome } }`,
    );
    expect(ceilings.map(({ situation, monthlyIncome }) => `${situation} ${monthlyIncome / 1e6}`)).toEqual(
      expected,
    );
  });

  test("a household is judged as the first group that the registers show, by that group's conditions", async () => {
    expect(await judged(household("h1"), 'on: "2025-06-01"')).toEqual({
      group: "RURAL_POOR_OR_NEAR_POOR",
      verdict: "ELIGIBLE",
      conditions: [
        { rule: "BELONGS_TO_GROUP", status: "MET" },
        { rule: "HOUSING_NEED", status: "MET" },
        { rule: "NO_SOCIAL_HOUSING_BEFORE", status: "MET" },
      ],
    });
  });

  test.each([
    [{ isMeritoriousFamily: true }, "MERITORIOUS_PERSON"],
    [{ isUrban: true }, "URBAN_POOR_OR_NEAR_POOR"],
    [{ classificationHistory: [] }, "WORKER"],
    [{ classificationHistory: [], isUrban: true }, "URBAN_LOW_INCOME"],
  ])("a household with %j is judged as %s", async (given, group) => {
    expect(await judged(household("h1", given), 'on: "2025-06-01"')).toMatchObject({ group });
  });

  test("no verdict is given for a day or group without conditions on record", async () => {
    const none = { verdict: null, conditions: [] };
    expect(await judged(household("h1"), 'on: "2024-07-31"')).toMatchObject(none);
    expect(await judged(household("h1"), 'on: "2025-06-01", group: LAND_RECOVERED')).toMatchObject(none);
  });

  test("an apartment allotted before the day excludes the household; one allotted on it does not", async () => {
    const statusOn = async (on: string) => (await judged(household("allotted"), `on: "${on}"`))?.verdict;
    expect(await statusOn("2025-02-01")).toBe("ELIGIBLE");
    expect(await statusOn("2025-02-02")).toBe("NOT_ELIGIBLE");
  });

  test("an apartment allotted in another area excludes the household, whoever asks", async () => {
    const elsewhere = graph.as(officialOf("99@0"));
    expect(await judged(household("allotted"), 'on: "2025-02-02"', "verdict", elsewhere)).toEqual({
      verdict: "NOT_ELIGIBLE",
    });
  });

  test("the ceiling is that of the situation, or of a single person where the decree has no other", async () => {
    const selection = "ceiling { situation legalBasis } householdMonthlyIncome";
    const child = {
      id: "child",
      relationshipToHead: "CHILD",
      earliestBirthDate: "2020-01-01",
      isAlive: true,
    };
    const parent = household("h1", { members: [...household("h1").members, child] });
    const income = { householdMonthlyIncome: 2_000_000 };
    expect(await judged(parent, 'on: "2025-10-09", group: WORKER', selection)).toEqual({
      ceiling: { situation: "SINGLE", legalBasis: decree100.legalBasis },
      ...income,
    });
    expect(await judged(parent, 'on: "2025-10-10", group: WORKER', selection)).toEqual({
      ceiling: { situation: "SINGLE_PARENT", legalBasis: decree261.legalBasis },
      ...income,
    });
    expect(await judged(parent, 'on: "2025-10-10"', selection)).toEqual({
      ceiling: null,
      householdMonthlyIncome: null,
    });
  });

  test("an application is judged for its group, on the day on which it was submitted", async () => {
    const [application, withoutHousehold] = await graph.expectEntities(
      "SocialHousingApplication",
      [
        { id: "a2", household: household("h1") },
        { id: "a3", household: null },
      ],
      "eligibility { on group verdict ceiling { monthlyIncome } }",
    );
    expect(application).toEqual({
      eligibility: {
        on: "2025-10-10",
        group: "WORKER",
        verdict: "ELIGIBLE",
        ceiling: { monthlyIncome: 20_000_000 },
      },
    });
    expect(withoutHousehold).toEqual({ eligibility: null });
  });

  test.each([1, 100])("%i households take three statements, whatever their groups", async (count) => {
    const households = Array.from({ length: count }, (_, index) =>
      household(`h${index}`, { isUrban: index % 2 === 0, isMeritoriousFamily: index % 3 === 0 }),
    );
    graph.takeStatements();
    await graph.expectEntities("Household", households, "socialHousingEligibility { verdict }");
    expect(graph.takeStatements()).toBe(3);
  });
});
