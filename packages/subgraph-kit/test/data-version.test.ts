import { setImmediate } from "node:timers/promises";
import { createLogger } from "@an-sinh/server/logger";
import { reportDataVersionHeader } from "@an-sinh/server/observation/report-data-version";
import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { bulkDelete } from "@an-sinh/subgraph-kit/database/bulk-delete";
import { bulkUpdate } from "@an-sinh/subgraph-kit/database/bulk-update";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { createSubgraphServer } from "@an-sinh/subgraph-kit/federation/serve-subgraph";
import { createSubgraph, type Subgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { writeChanges } from "@an-sinh/subgraph-kit/totals/write-changes";
import type { EntityManager } from "typeorm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { official } from "../../../test/support/callers.js";
import {
  dialects,
  rowsOf,
  startDepartment,
  type DepartmentGraph,
} from "../../../test/support/department-graph.js";
import { HouseEntity } from "../../../test/support/houses.js";
import { newCall } from "../../../test/support/new-call.js";
import { housesWithRooms as definition, meanwhile } from "../../../test/support/rooms.js";

const house = (id: string, rooms = 1): HouseEntity => ({ id, localityId: "here", rooms });

/** Each writes in one way. */
const writes: Readonly<Record<string, (manager: EntityManager, id: string) => Promise<unknown>>> = {
  bulkInsert: (manager, id) => bulkInsert(manager, HouseEntity, [house(id)]),
  bulkUpsert: (manager) => bulkUpsert(manager, HouseEntity, [house("kept", 2)]),
  bulkUpdate: (manager) => bulkUpdate(manager, HouseEntity, [house("kept", 3)], new Set(["rooms"])),
  bulkDelete: (manager, id) => bulkDelete(manager, HouseEntity, [house(id)]),
  deleteBy: (manager, id) => tableOf(manager, HouseEntity).deleteBy("id", [id]),
  writeChanges: (manager, id) =>
    writeChanges(manager, [], HouseEntity, [{ before: null, after: house(`w${id}`) }]),
  insert: (manager, id) => manager.insert(HouseEntity, house(`i${id}`)),
  update: (manager) => manager.update(HouseEntity, "kept", { rooms: 4 }),
  "a query builder": (manager) =>
    manager.createQueryBuilder().delete().from(HouseEntity).where("id = 'i'").execute(),
  SQL: (manager) => manager.query("  update house SET rooms = rooms + 1"),
};

const reads: Readonly<Record<string, (manager: EntityManager) => Promise<unknown>>> = {
  nothing: async () => undefined,
  readBy: (manager) => tableOf(manager, HouseEntity).readBy("id", ["kept"]),
  find: (manager) => manager.find(HouseEntity),
  SQL: (manager) => manager.query("SELECT COUNT(*) FROM house"),
};

const allCalls = { guard: { checkHead: () => {}, checkBody: () => {} }, callerOf: () => official };

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  let subgraph: Subgraph;
  beforeAll(async () => {
    graph = await startDepartment(definition, [rowsOf(HouseEntity, [house("kept")])], dialect);
    subgraph = await createSubgraph({ ...definition, database: graph.database, cursorKey: Buffer.alloc(32) });
  });
  afterEach(() => {
    meanwhile.work = undefined;
    vi.useRealTimers();
  });
  afterAll(() => graph.close());

  async function ask(query = "{ rooms }", of = subgraph, asks = true) {
    const { data, extensions = {} } = await of.prepare(query)({}, undefined, {
      ...newCall(official),
      reportsDataVersion: asks,
    });
    return { rooms: Number(data?.["rooms"]), version: extensions["dataVersion"] };
  }
  const versionNow = async () => (await ask("{ __typename }")).version;
  const write = (work: (manager: EntityManager) => Promise<unknown>) => graph.database.write(work);
  const addRoom = () =>
    write((manager) => manager.query("UPDATE house SET rooms = rooms + 1 WHERE id = 'kept'"));

  test("a call that asks is told a version of bounded length, by one statement more", async () => {
    graph.takeStatements();
    expect((await ask("{ rooms }", subgraph, false)).version).toBeUndefined();
    expect(graph.takeStatements()).toBe(1);
    expect((await ask()).version).toMatch(/^[\w-]{20,200}$/);
    expect(graph.takeStatements()).toBe(2);
    await versionNow();
    expect(graph.takeStatements()).toBe(1);
  });

  test("over HTTP, a call asks by a header, and is told the same", async () => {
    const database = { ...graph.database, close: async () => undefined };
    const server = await createSubgraphServer(
      await createSubgraph({ ...definition, database, cursorKey: Buffer.alloc(32) }),
      { logger: createLogger("silent"), introspection: false, calls: allCalls },
    );
    const { url } = await server.listen({ host: "127.0.0.1", port: 0 });
    const body = JSON.stringify({ query: "{ rooms }" });
    const extensionsOf = async (asked: Readonly<Record<string, string>>) => {
      const headers = { "content-type": "application/json", ...asked };
      const response = await fetch(`${url}/graphql`, { method: "POST", headers, body });
      return ((await response.json()) as { extensions?: unknown }).extensions;
    };
    expect(await extensionsOf({})).toBeUndefined();
    expect(await extensionsOf({ [reportDataVersionHeader]: "1" })).toEqual({
      dataVersion: await versionNow(),
    });
    await server.close();
  });

  test.each(Object.keys(writes))(
    "a transaction that writes by %s gives the data another version",
    async (name) => {
      const seen = [await versionNow()];
      await write((manager) => writes[name]!(manager, name));
      seen.push(await versionNow());
      await graph.database.load((manager) => writes[name]!(manager, `${name} 2`));
      seen.push(await versionNow());
      expect(new Set(seen).size).toBe(3);
      expect(await versionNow()).toBe(seen[2]);
    },
  );

  test.each(Object.keys(reads))("a transaction that reads by %s leaves the version", async (name) => {
    const before = await versionNow();
    await addRoom();
    const after = await versionNow();
    await write(reads[name]!);
    expect([before === after, await versionNow()]).toEqual([false, after]);
  });

  test("a transaction that is undone leaves the version, whether it fails or is stopped", async () => {
    const before = await versionNow();
    const failing = write(async (manager) => {
      await writes["bulkInsert"]!(manager, "undone");
      throw new Error("No.");
    });
    await expect(failing).rejects.toThrow("No.");
    const stop = new AbortController();
    const stopped = graph.database.write(async (manager) => {
      await writes["bulkInsert"]!(manager, "stopped");
      stop.abort(new Error("Stopped."));
    }, stop.signal);
    await expect(stopped).rejects.toThrow("Stopped.");
    expect(await versionNow()).toBe(before);
  });

  test("before its commit, a write is in neither the data nor the version", async () => {
    const before = await ask();
    await write(async (manager) => {
      await manager.query("UPDATE house SET rooms = rooms + 1 WHERE id = 'kept'");
      expect(await ask()).toEqual(before);
    });
    const after = await ask();
    expect([after.rooms, after.version === before.version]).toEqual([before.rooms + 1, false]);
  });

  test("who has read its data before a commit is told the version before it", async () => {
    const before = await ask();
    meanwhile.work = addRoom;
    expect(await ask()).toEqual(before);
  });

  test("while others write, no data is older than its version", async () => {
    const roomsAt = new Map([[await versionNow(), (await ask()).rooms]]);
    const told: Awaited<ReturnType<typeof ask>>[] = [];
    const versions = 20;
    const reader = async () => {
      while (roomsAt.size < versions) {
        told.push(await ask());
        // SQLite reads on this thread, and would let no timer of the writer fire.
        await setImmediate();
      }
    };
    const writer = async () => {
      while (roomsAt.size < versions) {
        await addRoom();
        const { version, rooms } = await ask();
        roomsAt.set(version, rooms);
      }
    };
    await Promise.all([writer(), reader(), reader()]);
    expect(told.filter(({ version, rooms }) => rooms < (roomsAt.get(version) ?? Infinity))).toEqual([]);
  });

  test("the day in Viet Nam is part of the version, and so is the key of cursors", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2025-06-30T16:59:59Z") });
    const before = await versionNow();
    vi.setSystemTime(new Date("2025-06-30T16:59:59.999Z"));
    expect(await versionNow()).toBe(before);
    vi.setSystemTime(new Date("2025-06-30T17:00:00Z"));
    const after = await versionNow();
    const other = await createSubgraph({
      ...definition,
      database: graph.database,
      cursorKey: Buffer.alloc(32, 1),
    });
    const { version } = await ask("{ __typename }", other);
    expect(new Set([before, after, version]).size).toBe(3);
  });
});
