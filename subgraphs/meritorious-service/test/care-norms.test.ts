import { afterAll, beforeAll, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startMeritoriousGraph({
    levels: [
      { validFrom: "2021-07-01", validTo: "2023-06-30", monthlyAmount: 1_624_000 },
      { validFrom: "2023-07-01", monthlyAmount: 2_055_000 },
    ],
    norms: [
      { kind: "FUNERAL_BENEFIT", validFrom: "2021-07-01", validTo: "2023-06-30", fixedAmount: 14_900_000 },
      { kind: "FUNERAL_BENEFIT", validFrom: "2023-07-01", fixedAmount: 18_000_000 },
      { kind: "CONVALESCENCE_AT_HOME", coefficient: 0.9, fixedAmount: null, validFrom: "2021-01-01" },
    ],
  });
});
afterAll(() => graph.close());

const norms = (on: string) =>
  graph.expectData<{ norms: object[] }>(
    "query ($on: Date) { norms: meritoriousCareNorms(on: $on) { kind coefficient amount } }",
    { on },
  );

test.each([
  ["2023-06-30", 1_461_600, 14_900_000],
  ["2023-07-01", 1_849_500, 18_000_000],
])("on %s convalescence at home is worth %d dong and a funeral benefit %d", async (on, home, funeral) => {
  expect((await norms(on)).norms).toEqual([
    { kind: "CONVALESCENCE_AT_HOME", coefficient: 0.9, amount: home },
    { kind: "FUNERAL_BENEFIT", coefficient: null, amount: funeral },
  ]);
});

test("before the first standard level a multiple of it has no amount", async () => {
  expect((await norms("2021-06-30")).norms).toEqual([
    { kind: "CONVALESCENCE_AT_HOME", coefficient: 0.9, amount: null },
  ]);
});
