import { setMaxListeners } from "node:events";
import { expect, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import type { ProxyFault } from "../../../test/support/fault-proxy.js";
import { connections, queue, startFaultyServer, type FaultyServer } from "./support/faulty-server.js";

const hasServer = dialects.includes("mysql");
const codeOf = (error: unknown) => (error as { extensions?: { code?: string } }).extensions?.code;
const codesOf = async (reads: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(reads)).map((each) =>
    each.status === "rejected" ? codeOf(each.reason) : "read",
  );
const impatient = { statementMs: 600 };
const endless = "SELECT SLEEP(100000) FROM road";

/** What spoils the connections that are there. */
const spoilt: Record<string, (server: FaultyServer) => unknown> = {
  "that a firewall has forgotten": ({ proxy }) => proxy.loseOpen(),
  "that the server has closed": ({ proxy }) => proxy.closeOpen(),
  "that were reset": async ({ proxy }) => {
    await proxy.inject({ kind: "refuse" });
    await proxy.heal();
  },
  "that were killed": async ({ admin, threads }) => {
    for (const id of await threads("all")) await admin.query(`KILL ${id}`);
  },
};

test.runIf(hasServer).each(Object.entries(spoilt))(
  "connections %s are replaced: each read is answered",
  async (_, spoil) => {
    await using server = await startFaultyServer();
    await server.warmUp();
    await spoil(server);
    const reads = Array.from({ length: connections + queue / 2 }, () => server.house());
    expect(new Set(await Promise.all(reads))).toEqual(new Set([7]));
  },
);

/** What makes the server of no use. */
const outages: Record<string, ProxyFault> = {
  "does not answer": { kind: "frozen" },
  "is not there": { kind: "refuse" },
};

test.runIf(hasServer).each(Object.entries(outages))(
  "while the server %s, reads fail with DATABASE_UNAVAILABLE; then they are answered",
  async (_, fault) => {
    await using server = await startFaultyServer();
    await server.warmUp();
    await server.proxy.inject(fault);
    const reads = Array.from({ length: connections }, () => server.house());
    expect(new Set(await codesOf(reads))).toEqual(new Set(["DATABASE_UNAVAILABLE"]));
    expect(server.database.state()).toMatchObject({ isReachable: false, inUse: 0, idle: 0 });
    await server.proxy.heal();
    // The last attempt to reach it may still be under way.
    while (!server.database.state().isReachable) await server.house().catch(() => undefined);
    expect(await server.house()).toBe(7);
    expect(server.database.state()).toMatchObject({ isReachable: true, inUse: 0, idle: 1 });
  },
);

test.runIf(hasServer)(
  "a server that takes no more connections is read through those that it took",
  async () => {
    await using server = await startFaultyServer();
    await server.house();
    await server.limit(3);
    const reads = Array.from({ length: connections + queue / 2 }, () => server.house());
    expect(new Set(await Promise.all(reads))).toEqual(new Set([7]));
  },
);

test.runIf(hasServer)("a locked table holds up no read of another one", async () => {
  await using server = await startFaultyServer(impatient);
  await server.admin.query("LOCK TABLES house WRITE");
  const held = codesOf(Array.from({ length: connections + queue }, () => server.house()));
  const { rows } = await server.database.read("SELECT id FROM road", []);
  expect(rows).toEqual([[7]]);
  expect(server.database.state().inUse).toBeGreaterThan(0);
  expect(new Set(await held)).toEqual(new Set(["DATABASE_TIMEOUT", "DATABASE_UNAVAILABLE"]));
  await server.admin.query("UNLOCK TABLES");
  expect(await server.house()).toBe(7);
});

test.runIf(hasServer)("any number of locked tables hold up no read of another one", async () => {
  await using server = await startFaultyServer();
  const locked = Array.from({ length: connections }, (_, index) => `locked_${index}`);
  for (const table of locked) await server.admin.query(`CREATE TABLE ${table} (id INT)`);
  await server.admin.query(`LOCK TABLES ${locked.map((table) => `${table} WRITE`).join()}`);
  const read = (table: string) => server.database.read(`SELECT id FROM ${table}`, []);
  // They find out that it is locked.
  expect(new Set(await codesOf(locked.map(read)))).toEqual(new Set(["DATABASE_TIMEOUT"]));
  const held: unknown[] = [];
  const reads = [...locked, ...locked, ...locked].map((table) =>
    read(table).catch((error: unknown) => held.push(codeOf(error))),
  );
  expect((await read("road")).rows).toEqual([[7]]);
  expect(held).not.toContain("DATABASE_TIMEOUT");
  await server.admin.query("UNLOCK TABLES");
  await Promise.all(reads);
  const again = await Promise.all(locked.map(read));
  expect(again.map(({ rows }) => rows)).toEqual(locked.map(() => []));
});

test.runIf(hasServer)("a read that the server ends because of a deadlock is asked once more", async () => {
  await using server = await startFaultyServer();
  await server.admin.query(`CREATE FUNCTION flaky() RETURNS INT BEGIN
    SET @times = IFNULL(@times, 0) + 1;
    IF @times = 1 THEN SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213; END IF;
    RETURN @times; END`);
  expect((await server.database.read("SELECT flaky()", [])).rows).toEqual([[2]]);
});

test.runIf(hasServer)("a statement that takes too long is ended with DATABASE_TIMEOUT", async () => {
  await using server = await startFaultyServer(impatient);
  expect(await codesOf([server.database.read(endless, [])])).toEqual(["DATABASE_TIMEOUT"]);
  // The server has answered a moment before it counts the connection as idle.
  while ((await server.threads("busy")).length > 0);
});

test.runIf(hasServer)(
  "a statement that nobody waits for is ended at the server, and its connection is used again",
  async () => {
    await using server = await startFaultyServer();
    await server.house();
    const client = new AbortController();
    const left = server.database.read(endless, [], client.signal);
    while ((await server.threads("busy")).length === 0);
    client.abort(new Error("the client left"));
    await expect(left).rejects.toThrow("the client left");
    while (server.database.state().inUse > 0) await server.threads("busy");
    // The server has answered a moment before it counts the connection as idle.
    while ((await server.threads("busy")).length > 0);
    const ids = await server.threads("all");
    expect(await server.house()).toBe(7);
    expect(await server.threads("all")).toEqual(ids);
  },
);

test.runIf(hasServer)(
  "a read for which there is no room in the queue is refused at once, and one that is given up leaves it",
  async () => {
    await using server = await startFaultyServer();
    const client = new AbortController();
    setMaxListeners(0, client.signal);
    const sql = (index: number) => `SELECT SLEEP(100000) FROM ${index % 2 ? "house" : "road"}`;
    const reads = Array.from({ length: connections + queue }, (_, index) =>
      server.database.read(sql(index), [], client.signal),
    );
    expect(await codesOf([server.house()])).toEqual(["DATABASE_UNAVAILABLE"]);
    expect(server.database.state()).toMatchObject({ waiting: queue });
    client.abort(new Error("the client left"));
    await Promise.allSettled(reads);
    expect(server.database.state()).toMatchObject({ waiting: 0 });
    expect(await server.house()).toBe(7);
  },
);
