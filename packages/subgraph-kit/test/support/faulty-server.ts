import { createMysqlDatabase, dropMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import {
  defaultConnections,
  type ConnectionSettings,
} from "@an-sinh/subgraph-kit/database/connection-settings";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { createConnection, type Connection, type RowDataPacket } from "mysql2/promise";
import { inject } from "vitest";
import { FaultProxy } from "../../../../test/support/fault-proxy.js";

export const connections = 4;
export const queue = 8;
/** A short silence, and yet enough for a connection on a busy machine. Statements end before only where a test says so. */
const settings = {
  ...defaultConnections,
  connections,
  queue,
  silenceMs: 500,
  statementMs: 30_000,
  startMs: 30_000,
};

/** A database behind a proxy, as a subgraph has it, and beside the proxy a connection of an administrator. */
export interface FaultyServer extends AsyncDisposable {
  readonly proxy: FaultProxy;
  readonly admin: Connection;
  readonly database: Database;
  /** The server takes at most so many connections through the proxy. */
  limit(most: number): Promise<unknown>;
  /** Reads the one row of the table `house`. */
  house(signal?: AbortSignal): Promise<unknown>;
  /** Has as many connections as there may be opened. */
  warmUp(): Promise<void>;
  /** The ids of the connections through the proxy that run something, or of all of them. */
  threads(which: "busy" | "all"): Promise<number[]>;
}

let serial = 0;

export async function startFaultyServer(given: Partial<ConnectionSettings> = {}): Promise<FaultyServer> {
  serial += 1;
  const server = new URL(inject("mysqlUrl") ?? "");
  const name = `${inject("mysqlPrefix")}faults_${process.pid}_${serial}`;
  const user = `faults_${process.pid}_${serial}`;
  const admin = await createConnection({ uri: await createMysqlDatabase(server.href, name) });
  for (const table of ["house", "road"]) {
    await admin.query(`CREATE TABLE ${table} (id INT PRIMARY KEY)`);
    await admin.query(`INSERT INTO ${table} VALUES (7)`);
  }
  await admin.query(`CREATE USER ${user}@localhost IDENTIFIED BY 'secret'`);
  await admin.query(`GRANT ALL ON ${name}.* TO ${user}@localhost`);
  const proxy = await FaultProxy.start({ host: server.hostname, port: Number(server.port) });
  const url = `mysql://${user}:secret@127.0.0.1:${proxy.port}/${name}`;
  const model = { entities: [], migrations: { sqlite: [], mysql: [] } };
  const database = await openDatabase({
    ...model,
    location: { kind: "mysql", url, settings: { ...settings, ...given } },
  });
  const threads = async (which: "busy" | "all") => {
    const [rows] = await admin.query<RowDataPacket[]>("SHOW PROCESSLIST");
    const own = rows.filter((row) => row["User"] === user && (which === "all" || !idle.has(row["Command"])));
    return own.map(({ Id }) => Number(Id));
  };
  const house = async (signal?: AbortSignal) =>
    (await database.read("SELECT id FROM house", [], signal)).rows[0]?.[0];
  return {
    proxy,
    admin,
    database,
    house,
    threads,
    limit: (most) => admin.query(`ALTER USER ${user}@localhost WITH MAX_USER_CONNECTIONS ${most}`),
    warmUp: async () => {
      await Promise.all(["house", "road", "a", "b"].map((each) => database.read(slow(each), [])));
    },
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await proxy.close();
      await admin.query("UNLOCK TABLES");
      await admin.query(`DROP USER ${user}@localhost`);
      await admin.end();
      await dropMysqlDatabase(server.href, name);
    },
  };
}

/** MariaDB calls an idle connection killed from when a kill came too late for its statement until it runs the next one. */
const idle: ReadonlySet<unknown> = new Set(["Sleep", "Killed"]);

/** Takes a moment, so that others need connections of their own. */
const slow = (name: string) => `SELECT SLEEP(0.05) AS ${name}`;
