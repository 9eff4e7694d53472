import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";
import { merged, povertyRows } from "./support/poverty-rows.js";

describe("the year of a unit's statistics", () => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph(povertyRows);
  });
  afterAll(() => graph.close());

  const query = (id: string, selection: string) =>
    graph.query(
      `query ($unit: _Any!) { _entities(representations: [$unit]) { ... on AdministrativeUnit { ${selection} } } }`,
      { unit: { __typename: "AdministrativeUnit", id } },
    );

  test.each([
    ["27@0", 2025, "did not exist on 2025-12-31"],
    [merged, 2024, "did not exist on 2024-12-31"],
    ["01@0", 2026, "no household totals"],
    ["01@0", 2020, "no household totals"],
  ])("%s in %i is NOT_FOUND: %s", async (id, year, reason) => {
    const { errors } = await query(id, `poverty(year: ${year}) { poor }`);
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    expect(errors?.[0]?.message).toContain(reason);
  });

  test.each([
    ["01@0", 2021, "before"],
    ["01@0", 2022, "before"],
    ["01@0", 2022, "own"],
    ["27@0", 2024, "own"],
  ])("%s in %i is NOT_FOUND by a standard that its review was not held under: %s", async (id, year, name) => {
    const { errors } = await query(id, `poverty(year: ${year}, standard: "${name}") { poor }`);
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    expect(errors?.[0]?.message).toContain(`was not held under ${name}`);
  });

  test("may be one in which the unit did not exist, on the unit's own boundaries", async () => {
    const current = (id: string, year: number) =>
      query(id, `poverty(year: ${year}, boundary: CURRENT) { poor }`);
    expect((await current("27@0", 2025)).errors).toBeUndefined();
    expect((await current(merged, 2022)).data).toEqual({ _entities: [{ poverty: { poor: 1 } }] });
  });

  test("is left out of a series if the unit did not exist or nothing is on record", async () => {
    const { data } = await query("27@0", "povertySeries(fromYear: 2019, toYear: 2026) { year }");
    const years = [2021, 2022, 2023, 2024].map((year) => ({ year }));
    expect(data).toEqual({ _entities: [{ povertySeries: years }] });
  });

  test.each([
    [2022, 2021],
    [1900, 2000],
  ])("may not be one of a series from %i to %i", async (fromYear, toYear) => {
    const { errors } = await query(
      "01@0",
      `povertySeries(fromYear: ${fromYear}, toYear: ${toYear}) { year }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "toYear" } }]);
  });
});
