import { filterByUnit, getLocalities } from "@an-sinh/territory/filter-by-unit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { HouseEntity, startHouses } from "../../../test/support/houses.js";

const argument = "filter.administrativeUnit";

/** Code 24 was left to the merged province; code 27 closed; district 213 is older than the records. */
const territory = {
  "24@0": ["here"],
  "27@0": ["there"],
  "24@2025-07-01": ["here", "there"],
  "213@0": ["here"],
};

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const houses = ["here", "there", "there", "elsewhere"].map((localityId, index) => ({
      id: `h${index + 1}`,
      localityId,
      rooms: 1,
    }));
    graph = await startHouses({ territory, houses }, dialect);
  });
  afterAll(() => graph.close());

  const housesIn = async (unitId: string) => {
    const context = graph.createContext();
    const query = context.read(HouseEntity, "house").orderBy("house.id");
    await filterByUnit(context, query, "house", { argument, unitId });
    return (await query.getMany()).map(({ id }) => id);
  };

  test.each([
    ["24@0", ["h1"]],
    ["27@0", ["h2", "h3"]],
    ["24@2025-07-01", ["h1", "h2", "h3"]],
    ["213@0", ["h1"]],
  ])("the unit %s, of today or closed, has the houses %j", async (unitId, expected) => {
    expect(await housesIn(unitId)).toEqual(expected);
  });

  test("what else a query asks for stays", async () => {
    const context = graph.createContext();
    const query = context.read(HouseEntity, "house").where("house.id <> :id", { id: "h2" });
    await filterByUnit(context, query, "house", { argument, unitId: "27@0" });
    expect(await query.getMany()).toHaveLength(1);
  });

  test.each(["unknown", "24@1999-01-01", "24@", "@", "24@0 ", "%", "' OR 1=1 --", "x".repeat(500)])(
    "the id %j that no unit has is NOT_FOUND with the argument's path",
    async (unitId) => {
      await expect(housesIn(unitId)).rejects.toMatchObject({
        message: expect.stringMatching(
          /^filter\.administrativeUnit: expected the id of an administrative unit/,
        ),
        extensions: { code: "NOT_FOUND", argument },
      });
    },
  );

  test.each(["", " ", "\t\u00a0"])("the empty text %j is BAD_USER_INPUT", async (unitId) => {
    await expect(housesIn(unitId)).rejects.toMatchObject({
      message: expect.stringMatching(/^filter\.administrativeUnit: expected a text that is not empty/),
      extensions: { code: "BAD_USER_INPUT", argument },
    });
  });

  test("a code in the place of an id is BAD_USER_INPUT and names the ids of all units that had it", async () => {
    await expect(housesIn("24")).rejects.toMatchObject({
      message: expect.stringContaining("the units with this code are 24@0 and 24@2025-07-01"),
      extensions: { code: "BAD_USER_INPUT", argument },
    });
    await expect(housesIn("27")).rejects.toMatchObject({ message: expect.stringContaining("27@0") });
  });

  test("a code that no unit ever had, or only the beginning of one, is NOT_FOUND", async () => {
    for (const unitId of ["99", "2", "021"]) {
      await expect(housesIn(unitId)).rejects.toMatchObject({ extensions: { code: "NOT_FOUND" } });
    }
  });

  test("the localities of a unit are read once in a request", async () => {
    const context = graph.createContext();
    graph.takeStatements();
    const unit = { argument, unitId: "24@2025-07-01" };
    const [first, second] = await Promise.all([getLocalities(context, unit), getLocalities(context, unit)]);
    expect(first.toSorted()).toEqual(["here", "there"]);
    expect(second).toEqual(first);
    expect(graph.takeStatements()).toBe(1);
  });
});
