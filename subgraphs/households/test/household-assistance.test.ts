import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";

describe("what a household and its members were granted", () => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph({
      households: [{}],
      people: [{ householdId: "h1" }],
      programs: [{}],
      assistance: [
        { from: "2024-03-01", personId: "p1", isMonthly: true },
        { from: "2024-01-01", to: "2024-06-30", isMonthly: true },
        { from: "2023-01-01" },
      ],
    });
  });
  afterAll(() => graph.close());

  test.each([
    ["everything, the earliest first", "", ["a3", "a2", "a1"]],
    ["what ended on a day or later, or has no end", '(from: "2024-06-30")', ["a2", "a1"]],
    ["not what ended before a day", '(from: "2024-07-01")', ["a1"]],
    ["what began on a day or earlier", '(to: "2024-01-01")', ["a3", "a2"]],
    ["what was running between two days", '(from: "2023-06-01", to: "2024-02-29")', ["a2"]],
  ])("is asked for by days: %s", async (_, days, ids) => {
    const assistance = ids.map((id) => ({ id }));
    const selection = `assistance${days} { id }`;
    expect(await graph.expectEntities("Household", [{ id: "h1" }], selection)).toEqual([{ assistance }]);
  });

  test("is the person's only where it was granted to the person", async () => {
    expect(
      await graph.expectEntities("Person", [{ id: "p1" }], "assistance { id household { id } }"),
    ).toEqual([{ assistance: [{ id: "a1", household: { id: "h1" } }] }]);
  });
});
