import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";

/** The province 24 closes on 2025-06-30, and 24 and 27 become another 24 on the day after. */
const merged = "24@2025-07-01";

describe.each(dialects)("administrative units on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const closed = { validTo: "2025-06-30" };
    const commune = { level: "COMMUNE" as const, parentId: merged, provinceId: merged };
    graph = await startHouseholdsGraph(
      {
        units: [
          { id: "24@0", ...closed },
          { id: "27@0", ...closed },
          { id: merged },
          { id: "09319@2025-07-01", ...commune },
          { id: "07213@2025-07-01", ...commune },
        ],
        successions: [
          { predecessorId: "27@0", successorId: merged },
          { predecessorId: "24@0", successorId: merged },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  test.each([
    ["24", "2025-06-30", "24@0"],
    ["24", "2025-07-01", merged],
    ["27", "2025-06-30", "27@0"],
    ["27", "2025-07-01", null],
    ["99", "2025-07-01", null],
  ])("the code %s on %s is that of %s", async (code, on, id) => {
    const query = "query ($code: String!, $on: Date) { administrativeUnit(code: $code, on: $on) { id } }";
    const { administrativeUnit } = await graph.expectData(query, { code, on });
    expect(administrativeUnit).toEqual(id === null ? null : { id });
  });

  test("boundary changes lead to the units that took over and back, in the order of the codes", async () => {
    const units = [{ id: merged }, { id: "27@0" }];
    expect(
      await graph.expectEntities("AdministrativeUnit", units, "predecessors { id } successors { id }"),
    ).toEqual([
      { predecessors: [{ id: "24@0" }, { id: "27@0" }], successors: [] },
      { predecessors: [], successors: [{ id: merged }] },
    ]);
  });

  test.each([
    ["a code", { code: "24" }, ["24@0", merged]],
    ["a level", { level: "COMMUNE" }, ["07213@2025-07-01", "09319@2025-07-01"]],
    ["a day", { level: "PROVINCE", on: "2025-07-01" }, [merged]],
    ["a parent", { parent: merged }, ["07213@2025-07-01", "09319@2025-07-01"]],
    ["a parent without parts", { parent: "27@0" }, []],
  ])("are listed by %s in the order of their codes", async (_, filter, ids) => {
    const query = `query ($filter: AdministrativeUnitFilter) {
      administrativeUnits(filter: $filter) { edges { node { id } } } }`;
    expect(await graph.expectData(query, { filter })).toEqual({
      administrativeUnits: { edges: ids.map((id) => ({ node: { id } })) },
    });
  });

  test("children are paged within each parent", async () => {
    const selection = "children(first: 1) { totalCount edges { node { id } } pageInfo { hasNextPage } }";
    expect(
      await graph.expectEntities("AdministrativeUnit", [{ id: merged }, { id: "24@0" }], selection),
    ).toEqual([
      {
        children: {
          totalCount: 2,
          edges: [{ node: { id: "07213@2025-07-01" } }],
          pageInfo: { hasNextPage: true },
        },
      },
      { children: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false } } },
    ]);
  });
});

describe("a code in the place of a unit's id", () => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph({ units: [{ id: "24@0" }, { id: merged }, { id: "27@0" }] });
  });
  afterAll(() => graph.close());

  test.each([
    ["households", "administrativeUnit"],
    ["administrativeUnits", "parent"],
    ["publishedFigures", "administrativeUnit"],
  ])("in %s(filter.%s) is refused with the ids that it may mean", async (field, condition) => {
    const refused = async (value: string) => {
      const query = `query ($value: ID) { ${field}(filter: { ${condition}: $value }) { totalCount } }`;
      const { errors } = await graph.query(query, { value });
      return errors?.[0];
    };
    const ambiguous = await refused("24");
    const argument = `filter.${condition}`;
    expect(ambiguous).toMatchObject({ extensions: { code: "BAD_USER_INPUT", argument } });
    expect(ambiguous?.message).toBe(
      `${argument}: expected an id, not a code; the units with this code are 24@0 and ${merged}, but got: "24".`,
    );
    expect((await refused("27"))?.message).toContain("27@0");
    expect(await refused("99")).toMatchObject({ extensions: { code: "NOT_FOUND", argument } });
  });
});
