import { afterAll, beforeAll, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

const multiple = { fixedAmount: null, validFrom: "2019-01-01" };

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startMeritoriousGraph({
    levels: [
      { validFrom: "2021-07-01", validTo: "2023-06-30", monthlyAmount: 1_624_000 },
      { validFrom: "2023-07-01", monthlyAmount: 2_055_000, roundedTo: 1_000 },
    ],
    basePays: [
      { validFrom: "2019-07-01", validTo: "2023-06-30", monthlyAmount: 1_490_000, legalBasis: "Decree 38" },
      { validFrom: "2023-07-01", validTo: null, monthlyAmount: 1_800_000, legalBasis: "Decree 24" },
    ],
    insuranceNorms: [
      {
        validFrom: "2021-01-01",
        validTo: null,
        percentOfBasePay: 4.5,
        legalBasis: "Law on Health Insurance",
      },
    ],
    norms: [
      { ...multiple, kind: "FUNERAL_BENEFIT", multipleOf: "BASE_PAY", coefficient: 10 },
      { ...multiple, kind: "CONVALESCENCE_AT_HOME", multipleOf: "STANDARD_LEVEL", coefficient: 0.9 },
      { kind: "GIFT_TET", validFrom: "2024-01-01", position: 2, fixedAmount: 300_000 },
      {
        kind: "GIFT_TET",
        validFrom: "2024-01-01",
        categoryIds: ["HEROIC_MOTHER", "WAR_INVALID"],
        minimumInjuryRatePercent: 81,
        fixedAmount: 600_000,
      },
    ],
  });
});
afterAll(() => graph.close());

const norms = (on: string) =>
  graph.expectData<{ norms: object[] }>(
    "query ($on: Date) { norms: meritoriousCareNorms(on: $on) { kind multipleOf coefficient amount } }",
    { on },
  );

test.each([
  ["2023-06-30", 1_461_600, 14_900_000],
  ["2023-07-01", 1_850_000, 18_000_000],
])("on %s convalescence at home is worth %d dong and a funeral benefit %d", async (on, home, funeral) => {
  expect((await norms(on)).norms).toEqual([
    { kind: "CONVALESCENCE_AT_HOME", multipleOf: "STANDARD_LEVEL", coefficient: 0.9, amount: home },
    { kind: "FUNERAL_BENEFIT", multipleOf: "BASE_PAY", coefficient: 10, amount: funeral },
  ]);
});

test("a multiple of a level that is not on record for the day has no amount", async () => {
  expect((await norms("2021-06-30")).norms).toMatchObject([{ amount: null }, { amount: 14_900_000 }]);
  expect((await norms("2019-06-30")).norms).toMatchObject([{ amount: null }, { amount: null }]);
});

test("the norms of one kind say whom each is for, the first that counts before the others", async () => {
  const { norms: all } = await graph.expectData<{ norms: { kind: string }[] }>(
    `{ norms: meritoriousCareNorms(on: "2025-01-20") { kind categories { code } minimumInjuryRatePercent amount } }`,
  );
  expect(all.filter(({ kind }) => kind === "GIFT_TET")).toEqual([
    {
      kind: "GIFT_TET",
      categories: [{ code: "HEROIC_MOTHER" }, { code: "WAR_INVALID" }],
      minimumInjuryRatePercent: 81,
      amount: 600_000,
    },
    { kind: "GIFT_TET", categories: null, minimumInjuryRatePercent: null, amount: 300_000 },
  ]);
});

test.each([
  ["2020-12-31", "Decree 38", null],
  ["2023-06-30", "Decree 38", 67_050],
  ["2023-07-01", "Decree 24", 81_000],
])("on %s the base pay is that of %s, and the premium %d dong a month", async (on, legalBasis, premium) => {
  const data = await graph.expectData(
    `query ($on: Date) { meritoriousBasePay(on: $on) { legalBasis }
      meritoriousHealthInsurance(on: $on) { monthlyPremium percentOfBasePay basePay { legalBasis } } }`,
    { on },
  );
  const insurance = { monthlyPremium: premium, percentOfBasePay: 4.5, basePay: { legalBasis } };
  expect(data).toEqual({
    meritoriousBasePay: { legalBasis },
    meritoriousHealthInsurance: premium === null ? null : insurance,
  });
});
