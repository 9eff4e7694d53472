import { anonymous } from "@an-sinh/server/caller";
import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { Cursors } from "@an-sinh/subgraph-kit/cursors/cursors";
import { paginate } from "@an-sinh/subgraph-kit/pagination/paginate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { official } from "../../../test/support/callers.js";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { HouseEntity, startHouses } from "../../../test/support/houses.js";

const contextOf = (database: Database, signal: AbortSignal) =>
  new RequestContext(
    database,
    { requestId: "test", signal, caller: official },
    new Cursors(Buffer.alloc(32)),
  );

/** A database with another way to read aside. */
const readingAsideBy = (database: Database, readAside: Database["readAside"]): Database => ({
  ...database,
  readsOfCall: () => ({ read: database.read, readAside }),
});

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const houses = [1, 2, 3].map((rooms) => ({ id: `h${rooms}`, localityId: "here", rooms }));
    graph = await startHouses({ houses }, dialect);
  });
  afterAll(() => graph.close());

  test("read() gives rows", async () => {
    const house = await graph
      .createContext()
      .read(HouseEntity, "house")
      .where("house.id = :id", { id: "h2" })
      .getOne();
    expect(house).toEqual({ id: "h2", localityId: "here", rooms: 2 });
  });

  test("statistics() gives sums, and statisticsBySql() those of SQL with values", async () => {
    const context = graph.createContext();
    const [built] = await context
      .statistics(HouseEntity, "house")
      .select("SUM(house.rooms)", "rooms")
      .getRawMany<{ rooms: unknown }>();
    const [written] = await context.statisticsBySql<{ rooms: unknown }>({
      sql: "SELECT SUM(rooms) AS rooms FROM house WHERE rooms > ?",
      values: [1],
    });
    expect([Number(built?.rooms), Number(written?.rooms)]).toEqual([6, 5]);
  });

  test("aside() gives what the query gives, with one statement", async () => {
    const context = graph.createContext();
    const query = context
      .read(HouseEntity, "house")
      .select("house.id", "id")
      .where("house.rooms IN (:...rooms)", { rooms: [2, 3] })
      .orderBy("house.id");
    graph.takeStatements();
    expect(await context.aside(query).getRawMany()).toEqual([{ id: "h2" }, { id: "h3" }]);
    expect(graph.takeStatements()).toBe(1);
  });

  test("a list is counted aside, whatever page is asked for", async () => {
    const counted: string[] = [];
    const readAside: typeof graph.database.readAside = (sql, ...others) => {
      counted.push(sql);
      return graph.database.readAside(sql, ...others);
    };
    const { signal } = new AbortController();
    const context = contextOf(readingAsideBy(graph.database, readAside), signal);
    const id = { expression: "house.id", type: "string", value: (house: HouseEntity) => house.id } as const;
    const list = context.read(HouseEntity, "house").where("house.rooms > :rooms", { rooms: 1 });
    const page = await paginate(context, list, { name: "houses", columns: [id] }, { first: 1 });
    expect(page.edges).toHaveLength(1);
    expect({ total: await page.countAll(), statements: counted.length }).toEqual({
      total: 2,
      statements: 1,
    });
  });

  test("a parameter is a value and never SQL", async () => {
    const [row] = await graph.createContext().statisticsBySql<{ total: unknown }>({
      sql: "SELECT COUNT(*) AS total FROM house WHERE id = ?",
      values: ["' OR 1=1 --"],
    });
    expect(Number(row?.total)).toBe(0);
  });
});

describe("a context", () => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouses({ houses: [{ id: "h1", localityId: "here", rooms: 1 }] });
  });
  afterAll(() => graph.close());

  const roomsOf = defineLoader(async (ids, context) => {
    const houses = await context.read(HouseEntity, "house").where("house.id IN (:...ids)", { ids }).getMany();
    return ids.map((id) => houses.find((house) => house.id === id)?.rooms ?? 0);
  });

  test("reads nothing once the answer is no longer wanted", async () => {
    const controller = new AbortController();
    const context = contextOf(graph.database, controller.signal);
    controller.abort(new Error("the client left"));
    graph.takeStatements();
    expect(() => context.read(HouseEntity, "house")).toThrow("the client left");
    expect(() => context.statistics(HouseEntity, "house")).toThrow("the client left");
    await expect(context.statisticsBySql({ sql: "SELECT 1", values: [] })).rejects.toThrow("the client left");
    await expect(context.load(roomsOf, "h1")).rejects.toThrow("the client left");
    await expect(context.loadAll(roomsOf, ["h1", "h2"])).rejects.toThrow("the client left");
    expect(graph.takeStatements()).toBe(0);
  });

  test("waits for no statement aside once the answer is no longer wanted", async () => {
    const controller = new AbortController();
    const database = readingAsideBy(graph.database, () => new Promise<never>(() => undefined));
    const context = contextOf(database, controller.signal);
    const waiting = context.aside(context.read(HouseEntity, "house")).getMany();
    controller.abort(new Error("the client left"));
    await expect(waiting).rejects.toThrow("the client left");
  });

  test("works as a copy: Apollo Server 5.5.1 copies the context of each request", async () => {
    const context = graph.createContext();
    const copy = Object.assign(
      Object.create(Object.getPrototypeOf(context) as object) as RequestContext,
      context,
    );
    graph.takeStatements();
    expect(await Promise.all([copy.load(roomsOf, "h1"), context.load(roomsOf, "h1")])).toEqual([1, 1]);
    expect(graph.takeStatements()).toBe(1);
  });

  test("is of who asks, and has a day of today", () => {
    const call = { requestId: "test", signal: AbortSignal.timeout(60_000), caller: anonymous };
    const context = new RequestContext(graph.database, call, new Cursors(Buffer.alloc(32)));
    expect(context.caller).toBe(anonymous);
    expect(context.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
