import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { HouseEntity, startHouses } from "../../../test/support/houses.js";

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouses(
      {
        territory: {
          "24@0": ["here"],
          "24@2025-07-01": ["here", "there"],
          "27@0": ["there"],
          "99@0": ["empty"],
        },
        houses: [
          { id: "h1", localityId: "here", rooms: 1 },
          { id: "h2", localityId: "there", rooms: 2 },
          { id: "h3", localityId: "there", rooms: 2 },
          { id: "h4", localityId: "elsewhere", rooms: 8 },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  const housesOf = (unitIds: readonly string[]) =>
    groupByUnit(graph.createContext().statistics(HouseEntity, "house"), "house", unitIds);

  test("a house counts in every unit that its locality lies in, and a unit without houses has no row", async () => {
    const rows = await housesOf(["24@0", "24@2025-07-01", "99@0", "unknown"])
      .addSelect("COUNT(*)", "houses")
      .addSelect("SUM(house.rooms)", "rooms")
      .orderBy("territory.unitId")
      .getRawMany<{ unitId: string; houses: unknown; rooms: unknown }>();
    expect(rows.map((row) => ({ ...row, houses: Number(row.houses), rooms: Number(row.rooms) }))).toEqual([
      { unitId: "24@0", houses: 1, rooms: 1 },
      { unitId: "24@2025-07-01", houses: 3, rooms: 5 },
    ]);
  });

  test("conditions and further groups may be added", async () => {
    const rows = await housesOf(["24@2025-07-01"])
      .andWhere("house.id <> :id", { id: "h3" })
      .addSelect("house.rooms", "rooms")
      .addSelect("COUNT(*)", "houses")
      .addGroupBy("house.rooms")
      .orderBy("house.rooms")
      .getRawMany<{ unitId: string; rooms: number; houses: unknown }>();
    expect(rows.map(({ rooms, houses }) => [rooms, Number(houses)])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  test("all units of a batch take one statement", async () => {
    graph.takeStatements();
    await housesOf(Array.from({ length: 1_000 }, (_, index) => `unit ${index}`)).getRawMany();
    expect(graph.takeStatements()).toBe(1);
  });
});
