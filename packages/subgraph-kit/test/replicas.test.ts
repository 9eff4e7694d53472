import { Meters } from "@an-sinh/server/metrics/meters";
import { databaseParts, measureDatabases } from "@an-sinh/subgraph-kit/database/database-metrics";
import { isReadable } from "@an-sinh/subgraph-kit/database/database-state";
import { createSubgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import type { RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, expect, test } from "vitest";
import { official } from "../../../test/support/callers.js";
import { dialects } from "../../../test/support/department-graph.js";
import type { ProxyFault } from "../../../test/support/fault-proxy.js";
import { newCall } from "../../../test/support/new-call.js";
import { housesWithRooms } from "../../../test/support/rooms.js";
import {
  catchUp,
  holdBack,
  openReplicated,
  startReplication,
  type Replication,
} from "./support/replicated-server.js";

const hasServer = dialects.includes("mysql");
let replication: Replication;
let primaryPort: number;
let replicaPort: number;

beforeAll(async () => {
  if (!hasServer) return;
  replication = await startReplication();
  primaryPort = Number(new URL(replication.urls.primary).port);
  replicaPort = Number(new URL(replication.urls.replica).port);
});
afterAll(async () => {
  if (hasServer) await replication.stop();
});

const askPort = "SELECT CAST(@@port AS INT) AS port";
const addRoom = "UPDATE house SET rooms = rooms + 1";

test.runIf(hasServer)("calls read the replica; transactions and all else go to the primary", async () => {
  await using opened = await openReplicated(replication);
  const { database } = opened;
  expect(await opened.port()).toBe(replicaPort);
  const inTransaction: { port: number }[] = await database.write((manager) => manager.query(askPort));
  const byTypeOrm: { port: number }[] = await database.reader.query(askPort);
  const alone = (await database.read(askPort, [])).rows;
  expect([inTransaction[0]?.port, byTypeOrm[0]?.port, alone[0]?.[0]].map(Number)).toEqual(
    Array(3).fill(primaryPort),
  );
});

test.runIf(hasServer)("calls of one request read one server, and those of others all of them", async () => {
  await using opened = await openReplicated(replication, { more: [replication.urls.primary] });
  await opened.until("reachable", 1);
  const ids = Array.from({ length: 8 }, (_, index) => `request ${index}`);
  const portsOf = () => Promise.all(ids.map((id) => opened.port(id)));
  const ports = await portsOf();
  expect(new Set(ports)).toEqual(new Set([primaryPort, replicaPort]));
  expect(await portsOf()).toEqual(ports);
});

test.runIf(hasServer)(
  "a replica that lacks what was stored long ago is left out until it has it",
  async () => {
    await using opened = await openReplicated(replication);
    await holdBack(replication);
    await opened.database.write((manager) => manager.query(addRoom));
    expect(await opened.port()).toBe(replicaPort);
    await opened.until("behind");
    expect(opened.database.state().replicas[0]?.lagMs).toBeGreaterThan(1_000);
    expect(await opened.port()).toBe(primaryPort);
    await catchUp(replication);
    await opened.until("reachable");
    expect(await opened.port()).toBe(replicaPort);
  },
);

test.runIf(hasServer)(
  "the version of the data that a call tells is that of the server it reads",
  async () => {
    await using opened = await openReplicated(replication);
    const { database } = opened;
    const subgraph = await createSubgraph({ ...housesWithRooms, database, cursorKey: Buffer.alloc(32) });
    const operation = subgraph.prepare("{ rooms }");
    const ask = async () => {
      const asked = { ...newCall(official), reportsDataVersion: true };
      const { data, extensions } = await operation({}, undefined, asked);
      return { rooms: Number(data?.["rooms"]), version: extensions?.["dataVersion"] };
    };
    const before = await ask();
    await holdBack(replication);
    await database.write((manager) => manager.query(addRoom));
    expect(await ask()).toEqual(before);
    await catchUp(replication);
    let after = before;
    while (after.rooms === before.rooms) {
      expect(after.version).toBe(before.version);
      after = await ask();
    }
    // The replica may have caught up between the version and the rows of that call: it then tells an older version.
    expect((await ask()).version).not.toBe(before.version);
  },
);

test.runIf(hasServer)("a replica on which a migration is missing is left out until it has it", async () => {
  await using opened = await openReplicated(replication);
  await holdBack(replication);
  await replication.primary.query("INSERT INTO migrations (timestamp, name) VALUES (1, 'another')");
  await opened.until("behind");
  expect(await opened.port()).toBe(primaryPort);
  await catchUp(replication);
  await opened.until("reachable");
  await replication.primary.query("DELETE FROM migrations WHERE name = 'another'");
});

/** What makes a server of no use. */
const outages: readonly ProxyFault[] = [{ kind: "deaf" }, { kind: "refuse" }];

test.runIf(hasServer).each(outages)(
  "while the replica is $kind, the primary is read, and no read fails; then the replica is read",
  async (fault) => {
    // On a busy machine it takes some time to connect to the primary.
    await using opened = await openReplicated(replication, { silenceMs: 800 });
    expect(await opened.port()).toBe(replicaPort);
    await opened.proxies.replica.inject(fault);
    expect(new Set(await Promise.all(Array.from({ length: 8 }, () => opened.port())))).toEqual(
      new Set([primaryPort]),
    );
    await opened.until("unreachable");
    expect(await opened.port()).toBe(primaryPort);
    await opened.proxies.replica.heal();
    await opened.until("reachable");
    expect(await opened.port()).toBe(replicaPort);
  },
);

test.runIf(hasServer)("while the primary is not there, the replica is read", async () => {
  await using opened = await openReplicated(replication, { silenceMs: 600 });
  await opened.proxies.primary.inject({ kind: "refuse" });
  while (opened.database.state().isReachable) expect(await opened.port()).toBe(replicaPort);
  expect(await opened.port()).toBe(replicaPort);
  expect(isReadable(opened.database.state())).toBe(true);
  await opened.proxies.replica.inject({ kind: "refuse" });
  await expect(opened.port()).rejects.toMatchObject({ extensions: { code: "DATABASE_UNAVAILABLE" } });
  expect(isReadable(opened.database.state())).toBe(false);
});

test.runIf(hasServer)("a replica that fails with what the primary answers is left out", async () => {
  await using opened = await openReplicated(replication);
  await replication.primary.query("CREATE TABLE road (id INT PRIMARY KEY)");
  const { database } = opened;
  const reads = database.readsOfCall("a");
  while (!(await reads.read("SHOW TABLES LIKE 'road'", [])).rows.length);
  await replication.replica.query(`DROP TABLE ${replication.name}.road`);
  expect((await reads.read("SELECT id FROM road", [])).rows).toEqual([]);
  expect(database.state().replicas[0]?.standing).toBe("failing");
  expect(await opened.port()).toBe(primaryPort);
  const wrong = database.readsOfCall("a").read("SELECT id FROM nowhere", []);
  await expect(wrong).rejects.toThrow(/nowhere/);
});

test.runIf(hasServer)("a statement that is no statement anywhere leaves no replica out", async () => {
  await using opened = await openReplicated(replication);
  const wrong = opened.database.readsOfCall("a").read("SELECT id FROM nowhere", []);
  await expect(wrong).rejects.toThrow(/nowhere/);
  expect(await opened.port()).toBe(replicaPort);
});

test.runIf(hasServer)("what a client leaves is ended at the server that runs it", async () => {
  await using opened = await openReplicated(replication);
  const running = async (server: "primary" | "replica") => {
    const [rows] = await replication[server].query<RowDataPacket[]>("SHOW PROCESSLIST");
    return rows.filter(({ Info }) => String(Info).includes("SLEEP(100001)")).length;
  };
  const client = new AbortController();
  const endless = "SELECT SLEEP(100001) FROM house";
  const left = opened.database.readsOfCall("a").read(endless, [], client.signal);
  const kept = opened.database.read(endless, []);
  while ((await running("replica")) + (await running("primary")) < 2);
  client.abort(new Error("the client left"));
  await expect(left).rejects.toThrow("the client left");
  while ((await running("replica")) > 0);
  expect(await running("primary")).toBe(1);
  expect(opened.database.state().inUse).toBe(1);
  await opened.database.close();
  await expect(kept).rejects.toThrow("cannot reach its database");
});

test.runIf(hasServer)("health and metrics say how each server is, without an address", async () => {
  await using opened = await openReplicated(replication);
  await opened.proxies.replica.inject({ kind: "refuse" });
  await opened.until("unreachable");
  const databases = new Map([["near", opened.database]]);
  const parts = databaseParts(databases);
  expect(parts).toMatchObject({
    near: { state: "reachable" },
    "near replica 1": { state: "unreachable" },
  });
  expect(JSON.stringify(parts)).not.toMatch(/127\.0|mysql/);
  const meters = new Meters();
  measureDatabases(meters, databases);
  const text = await meters.registry.metrics();
  expect(text).toContain('graph_database_reachable{database="near",server="primary"} 1');
  expect(text).toContain('graph_database_reachable{database="near",server="replica 1"} 0');
  expect(text).toContain(
    'graph_database_replica_state{database="near",server="replica 1",state="unreachable"} 1',
  );
});
