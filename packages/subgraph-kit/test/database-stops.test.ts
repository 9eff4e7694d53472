import { setMaxListeners } from "node:events";
import { expect, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import { connections, queue, startFaultyServer, type FaultyServer } from "./support/faulty-server.js";

const hasServer = dialects.includes("mysql");
const catalog = "information_schema.collations";
const endless = `SELECT COUNT(*) FROM ${catalog} a, ${catalog} b, ${catalog} c, ${catalog} d`;
const stopped = new Error("stopped");

/** Begins reads that never end by themselves. */
function readEndlessly({ database }: FaultyServer, count: number, signal: AbortSignal) {
  setMaxListeners(0, signal);
  return Promise.allSettled(Array.from({ length: count }, () => database.read(endless, [], signal)));
}

const untilFree = async ({ database, threads }: FaultyServer) => {
  while (database.state().inUse > 0) await threads("busy");
};

test.runIf(hasServer)(
  "reads that are given up at any moment cost no connection, and end no later read",
  async () => {
    await using server = await startFaultyServer();
    await server.warmUp();
    const ids = await server.threads("all");
    for (let turns = 0; turns < 15; turns += 1) {
      const client = new AbortController();
      const left = readEndlessly(server, connections + queue, client.signal);
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      client.abort(stopped);
      await left;
      const reads = Array.from({ length: connections }, () => server.house());
      expect(new Set(await Promise.all(reads))).toEqual(new Set([7]));
    }
    await untilFree(server);
    expect(await server.threads("all")).toEqual(expect.arrayContaining(ids));
    expect(server.database.state()).toMatchObject({ isReachable: true, inUse: 0, waiting: 0 });
  },
);

test.runIf(hasServer)(
  "a read whose connection is deaf and that is given up does not make the server unreachable",
  async () => {
    await using server = await startFaultyServer();
    await server.warmUp();
    const client = new AbortController();
    const left = readEndlessly(server, 1, client.signal);
    while ((await server.threads("busy")).length === 0);
    server.proxy.loseOpen();
    client.abort(stopped);
    await left;
    await untilFree(server);
    expect(server.database.state()).toMatchObject({ isReachable: true, inUse: 0 });
  },
);

test.runIf(hasServer)(
  "a write that is stopped before it has its connection does not wait for its turn",
  async () => {
    await using server = await startFaultyServer();
    const { database } = server;
    const write = new AbortController();
    await database.write(async () => {
      const waiting = database.write(async () => "stored", write.signal);
      write.abort(stopped);
      await expect(waiting).rejects.toBe(stopped);
    });
  },
);

test.runIf(hasServer)("a write that is stopped while it commits spoils no later write", async () => {
  await using server = await startFaultyServer();
  for (let times = 0; times < 3; times += 1) {
    const write = new AbortController();
    const work = async () => void setImmediate(() => write.abort(stopped));
    await server.database.write(work, write.signal).catch(() => undefined);
    const later = server.database.write((manager) => manager.query("SELECT SLEEP(0.25) AS ended"));
    expect(await later).toEqual([{ ended: 0 }]);
  }
});
