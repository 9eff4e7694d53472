import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";

/** The district lies in the province, and the commune of today has a part of the district and of a neighbor. */
const territory = {
  "01@0": ["here", "near", "far"],
  "271@0": ["here", "near"],
  "00001@2025-07-01": ["near", "far"],
};
const [province, district, commune] = Object.keys(territory);

interface Given {
  readonly program: { readonly code: string };
  readonly recipients: readonly { readonly unit: string; readonly count: number }[];
  readonly households: number;
  readonly amount: number;
}

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const monthly = { programCode: "MONTHLY", isMonthly: true, amount: 500_000 };
    graph = await startHouseholdsGraph(
      {
        territory,
        units: Object.keys(territory).map((id) => ({ id })),
        households: [{}, { localityId: "near" }],
        people: [{ householdId: "h1" }, { householdId: "h1" }],
        programs: [{ code: "GIFT" }, { code: "MONTHLY", kind: "MONTHLY_CASH" }, { code: "COVID_19" }],
        models: [
          {
            id: "m1",
            name: "Nuôi gà",
            localityId: "near",
            startedOn: "2024-12-31",
            budget: 90_000_000,
            decisionNumber: null,
          },
        ],
        assistance: [
          { from: "2023-12-31" },
          { from: "2024-01-01", personId: "p1" },
          { from: "2024-12-31", personId: "p1" },
          { from: "2024-06-01", householdId: "h2", localityId: "near", livelihoodModelId: "m1" },
          { from: "2024-06-02", householdId: "h2", localityId: "near", livelihoodModelId: "m1" },
          { ...monthly, from: "2023-11-01", to: "2024-02-15", personId: "p1" },
          { ...monthly, from: "2024-11-01", to: null, personId: "p2" },
        ],
        assistanceTotals: [
          {
            unitId: "271@0",
            year: 2024,
            programCode: "COVID_19",
            recipientUnit: "PEOPLE",
            recipients: 40,
            amount: 4,
          },
          {
            unitId: "271@0",
            year: 2025,
            programCode: "COVID_19",
            recipientUnit: "PEOPLE",
            recipients: 2,
            amount: 1,
          },
          {
            unitId: "271@0",
            year: 2024,
            programCode: "GIFT",
            recipientUnit: "HOUSEHOLDS",
            recipients: 3,
            amount: 7,
          },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  async function given(id: string | undefined, field: string): Promise<Given[]> {
    const selection = `given: ${field} { program { code } recipients { unit count } households amount }`;
    const [unit] = await graph.expectEntities<{ given: Given[] }>("AdministrativeUnit", [{ id }], selection);
    return unit?.given ?? [];
  }

  const amountOf = (rows: readonly Given[], code: string) =>
    rows.find(({ program }) => program.code === code)?.amount ?? null;

  test("recipients and households count once, however often they received something", async () => {
    const [, gifts] = await given(district, "assistance(year: 2024)");
    expect(gifts).toEqual({
      program: { code: "GIFT" },
      // The household h2 and three of whom only a number is known; the person p1.
      recipients: [
        { unit: "HOUSEHOLDS", count: 4 },
        { unit: "PEOPLE", count: 1 },
      ],
      households: 5,
      amount: 4 * 300_000 + 7,
    });
  });

  test("a gift counts on its day, and a monthly amount for every month begun", async () => {
    const amounts = async (period: string) => {
      const rows = await given(district, `assistanceInPeriod(${period})`);
      return [amountOf(rows, "GIFT"), amountOf(rows, "MONTHLY")];
    };
    // November and December.
    expect(await amounts("fromYear: 2023, toYear: 2023")).toEqual([300_000, 2 * 500_000]);
    // January and the begun February of the one, November and December of the other.
    expect(await amounts("fromYear: 2024, toYear: 2024")).toEqual([1_200_007, 4 * 500_000]);
    // The one that has no end.
    expect(await amounts("fromYear: 2025, toYear: 2025")).toEqual([null, 12 * 500_000]);
    expect(await amounts("fromYear: 2023, toYear: 2025")).toEqual([1_500_007, 18 * 500_000]);
  });

  test("what a unit reported in figures counts for the units around it, and never for a part of it", async () => {
    const covid = async (id: string | undefined) =>
      amountOf(await given(id, "assistance(year: 2024)"), "COVID_19");
    expect(await covid(district)).toBe(4);
    expect(await covid(province)).toBe(4);
    expect(await covid(commune)).toBeNull();
  });

  test("a household counts once that received something itself and for a member", async () => {
    const rows = await given(province, "assistanceInPeriod(fromYear: 2023, toYear: 2024)");
    const gifts = rows.find(({ program }) => program.code === "GIFT");
    // The households h1 and h2, and three of whom only a number is known.
    expect(gifts?.households).toBe(5);
  });

  test("figures of several years are added up", async () => {
    const [covid] = await given(province, "assistanceInPeriod(fromYear: 2024, toYear: 2025)");
    expect(covid).toMatchObject({ recipients: [{ unit: "PEOPLE", count: 42 }], households: 0, amount: 5 });
  });

  test("a livelihood model counts the households that take part, each once", async () => {
    const selection = `assistance(from: "2024-06-01") { livelihoodModel { name households } }`;
    expect(await graph.expectEntities("Household", [{ id: "h2" }], selection)).toEqual([
      {
        assistance: [
          { livelihoodModel: { name: "Nuôi gà", households: 1 } },
          { livelihoodModel: { name: "Nuôi gà", households: 1 } },
        ],
      },
    ]);
  });

  test("a livelihood model counts where and when it started", async () => {
    const models = (years: string) =>
      graph.expectEntities(
        "AdministrativeUnit",
        [{ id: commune }],
        `livelihoodModels(${years}) { models budget }`,
      );
    const none = [{ livelihoodModels: { models: 0, budget: 0 } }];
    expect(await models("fromYear: 2024, toYear: 2024")).toEqual([
      { livelihoodModels: { models: 1, budget: 90_000_000 } },
    ]);
    expect(await models("fromYear: 2025, toYear: 2025")).toEqual(none);
  });
});
