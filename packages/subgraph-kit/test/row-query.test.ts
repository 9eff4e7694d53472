import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { HouseEntity, startHouses } from "../../../test/support/houses.js";

const houses = [1, 2, 3].map((rooms) => ({ id: `h${rooms}`, localityId: "here", rooms }));

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  let context: RequestContext;
  beforeAll(async () => {
    graph = await startHouses({ houses, territory: { a: ["here"], b: ["here"] } }, dialect);
    context = graph.createContext();
  });
  afterAll(() => graph.close());

  const read = () => context.read(HouseEntity, "house");

  test("a row is an instance of its entity's class", async () => {
    const [house] = await read().where("house.rooms = :rooms", { rooms: 2 }).getMany();
    expect(house).toStrictEqual(Object.assign(new HouseEntity(), houses[1]));
  });

  test.each([0, 1, 2, 3, 5, 1030, 2100])("a list of %i values finds what it names", async (length) => {
    const ids = Array.from({ length }, (_, index) => `h${index + 1}`);
    const found = read().where("house.id IN (:...ids)", { ids: length === 0 ? [null] : ids });
    expect(await found.getMany()).toHaveLength(Math.min(length, houses.length));
  });

  test("the same query is asked again with other values", async () => {
    const withRooms = async (rooms: number) =>
      (await read().where("house.rooms = :rooms", { rooms }).getMany()).map(({ id }) => id);
    expect([await withRooms(1), await withRooms(3)]).toEqual([["h1"], ["h3"]]);
  });

  test("queries that differ in one call are not mixed up", async () => {
    const ordered = (direction: "ASC" | "DESC", limit: number) =>
      read().orderBy("house.rooms", direction).limit(limit).getMany();
    expect((await ordered("ASC", 1)).map(({ id }) => id)).toEqual(["h1"]);
    expect((await ordered("DESC", 2)).map(({ id }) => id)).toEqual(["h3", "h2"]);
  });

  test("a row that a join repeats comes once, unless a value beside it differs", async () => {
    const joined = () =>
      read()
        .innerJoin(TerritoryEntity, "unit", "unit.localityId = house.localityId")
        .where("house.rooms > :least", { least: 1 })
        .orderBy("house.id");
    expect((await joined().getMany()).map(({ id }) => id)).toEqual(["h2", "h3"]);
    const withUnits = await joined()
      .addSelect("unit.unitId", "unit")
      .addOrderBy("unit.unitId")
      .getMany<{ unit: string }>();
    expect(withUnits.map(({ id, unit }) => id + unit)).toEqual(["h2a", "h2b", "h3a", "h3b"]);
  });

  test("a query within another shares its parameters", async () => {
    const query = read();
    const larger = query
      .subQuery(HouseEntity, "other")
      .select("COUNT(*)")
      .where("other.rooms > house.rooms AND other.rooms < :limit");
    const found = query.where(`(${larger.getQuery()}) = 0`).setParameters({ limit: 3 }).orderBy("house.id");
    expect((await found.getMany()).map(({ id }) => id)).toEqual(["h2", "h3"]);
  });

  test("a text in quotes has no parameters, and a value is never SQL", async () => {
    const found = read().where("'12:30' = :time AND house.id <> :id", { time: "12:30", id: "' OR 1=1 --" });
    expect(await found.getMany()).toHaveLength(3);
  });

  test("a clone is narrowed alone", async () => {
    const all = read();
    all.clone().where("house.id = :id", { id: "h1" });
    expect(await all.getMany()).toHaveLength(3);
  });

  test("a parameter without a value is an error", async () => {
    await expect(read().where("house.id = :id").getMany()).rejects.toThrow(
      "Expected a value for the parameter :id.",
    );
  });

  test("a whole number stays one, and what cannot be bound is an error", async () => {
    const halves = read().select("7 / :two", "half").where(":yes AND house.id = 'h1'");
    // MySQL divides whole numbers as decimals, which the driver gives as texts.
    const half = dialect === "sqlite" ? 3 : "3.5000";
    expect(await halves.setParameters({ two: 2, yes: true }).getRawMany()).toEqual([{ half }]);
    const dated = read().where("house.id > :day", { day: new Date(0) });
    await expect(dated.getMany()).rejects.toThrow("Expected a text, number or boolean to bind.");
  });

  test("lists of many lengths share a few statements", () => {
    const sql = (length: number) =>
      read()
        .where("house.id IN (:...ids)", { ids: Array.from({ length }, String) })
        .statement().sql;
    expect(new Set(Array.from({ length: 1000 }, (_, index) => sql(index + 1))).size).toBe(11);
  });
});
