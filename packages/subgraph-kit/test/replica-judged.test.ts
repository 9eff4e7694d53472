import { createMysqlDatabase, dropMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import { defaultConnections } from "@an-sinh/subgraph-kit/database/connection-settings";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { createConnection, type RowDataPacket } from "mysql2/promise";
import { expect, inject, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import { housesWithRooms } from "../../../test/support/rooms.js";

const hasServer = dialects.includes("mysql");
const names = { primary: `${process.pid}_judging`, copy: `${process.pid}_judged` };
const settings = { ...defaultConnections, startMs: 30_000, checkMs: 50, replicaCheckMs: 20 };

async function migrated(name: string): Promise<string> {
  const url = await createMysqlDatabase(inject("mysqlUrl") ?? "", name);
  const database = await openDatabase({ ...housesWithRooms.model, location: { kind: "mysql", url } });
  await database.migrate();
  await database.close();
  return url;
}

/** A database, and a copy of it on the same server that is named as its replica. */
async function openJudging(silenceMs: number) {
  const [url, copy] = [await migrated(names.primary), await migrated(names.copy)];
  const admin = await createConnection({ uri: copy, multipleStatements: true });
  await admin.query(
    `DELETE FROM data_version; INSERT INTO data_version SELECT * FROM ${names.primary}.data_version`,
  );
  const location = { kind: "mysql", url, replicas: [copy], settings: { ...settings, silenceMs } } as const;
  const database = await openDatabase({ ...housesWithRooms.model, location });
  const until = async (standing: string) => {
    while (database.state().replicas[0]?.standing !== standing) await new Promise(setImmediate);
  };
  await until("reachable");
  const close = async () => {
    await database.close();
    await admin.end();
    for (const name of Object.values(names)) await dropMysqlDatabase(inject("mysqlUrl") ?? "", name);
  };
  return { database, admin, until, [Symbol.asyncDispose]: close };
}

/** What a copy has that the primary never had. */
const differences = [
  ["other data at the same version", "UPDATE data_version SET token = 'another'"],
  ["a version that the primary has not come to", "UPDATE data_version SET version = version + 5"],
  ["as many migrations, but another one", "UPDATE migrations SET name = 'another' ORDER BY id DESC LIMIT 1"],
] as const;

test.runIf(hasServer).each(differences)("a server with %s is not read as a replica", async (_, change) => {
  await using opened = await openJudging(10_000);
  await opened.admin.query(change);
  await opened.until("behind");
  const { rows } = await opened.database.readsOfCall("a").read("SELECT DATABASE() AS name", []);
  expect(rows).toEqual([[names.primary]]);
});

test.runIf(hasServer)(
  "a lock on the version of the data does not make the primary count as gone",
  async () => {
    await using opened = await openJudging(400);
    const { database, admin } = opened;
    const waiting = new Set<number>();
    await admin.query(`LOCK TABLES ${names.primary}.data_version WRITE`);
    while (waiting.size < 3) {
      const [rows] = await admin.query<RowDataPacket[]>("SHOW PROCESSLIST");
      for (const { db, Info, Id } of rows)
        if (db === names.primary && String(Info).includes("data_version")) waiting.add(Number(Id));
      expect(database.state().isReachable).toBe(true);
    }
    expect((await database.read("SELECT COUNT(*) AS houses FROM house", [])).rows).toEqual([["0"]]);
    await admin.query("UNLOCK TABLES");
  },
);
