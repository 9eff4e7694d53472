import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { createMysqlDatabase, dropMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import {
  defaultConnections,
  type ConnectionSettings,
} from "@an-sinh/subgraph-kit/database/connection-settings";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { createConnection, type Connection } from "mysql2/promise";
import { inject } from "vitest";
import { FaultProxy } from "../../../../test/support/fault-proxy.js";
import { HouseEntity } from "../../../../test/support/houses.js";
import { housesWithRooms } from "../../../../test/support/rooms.js";
import { startPrivateMysql } from "../../../../test/support/mysql-server.js";

/** On a busy machine no server says nothing for so long, and no replica lags so far by chance. */
const settings = {
  ...defaultConnections,
  connections: 4,
  silenceMs: 10_000,
  checkMs: 50,
  startMs: 30_000,
  replicaLagMs: 1_000,
  replicaCheckMs: 20,
};
const primaryOptions = [
  "--server-id=4007",
  "--log-bin=binlog",
  "--binlog-format=ROW",
  "--innodb-log-file-size=4M",
  "--innodb-buffer-pool-size=32M",
];

/** A server, and the server of the test run as its replica: what is written to the one arrives at the other. */
export interface Replication {
  /** The name of the database on both. */
  readonly name: string;
  readonly primary: Connection;
  readonly replica: Connection;
  readonly urls: { readonly primary: string; readonly replica: string };
  stop(): Promise<void>;
}

const name = `${process.pid}_replicated`;

export async function startReplication(): Promise<Replication> {
  const server = await startPrivateMysql(undefined, primaryOptions);
  const { hostname, port } = new URL(server.url);
  const replica = await createConnection({ uri: inject("mysqlUrl") ?? "" });
  await replica.query(
    `CHANGE MASTER '${name}' TO MASTER_HOST = '${hostname}', MASTER_PORT = ${port}, MASTER_USER = 'root', MASTER_USE_GTID = slave_pos`,
  );
  await replica.query(`START SLAVE '${name}'`);
  const url = await createMysqlDatabase(server.url, name);
  const database = await openDatabase({ ...housesWithRooms.model, location: { kind: "mysql", url } });
  await database.migrate();
  const house = { id: "kept", localityId: "here", rooms: 1 };
  await database.write((manager) => bulkInsert(manager, HouseEntity, [house]));
  await database.close();
  const primary = await createConnection({ uri: url });
  return {
    name,
    primary,
    replica,
    urls: { primary: url, replica: new URL(`/${name}`, inject("mysqlUrl") ?? "").href },
    stop: async () => {
      await replica.query(`STOP SLAVE '${name}'`);
      await replica.query(`RESET SLAVE '${name}' ALL`);
      await replica.end();
      await dropMysqlDatabase(inject("mysqlUrl") ?? "", name);
      await primary.end();
      await server.stop();
    },
  };
}

/** A database with a replica, each behind a proxy. */
export interface ReplicatedDatabase extends AsyncDisposable {
  readonly database: Database;
  readonly proxies: { readonly primary: FaultProxy; readonly replica: FaultProxy };
  /** On which port the server listens that reads for a call. */
  port(requestId?: string): Promise<number>;
  /** Until the replica, or another one of them, is as said. */
  until(standing: string, index?: number): Promise<void>;
}

export async function openReplicated(
  { urls }: Replication,
  { more = [], ...given }: Partial<ConnectionSettings> & { readonly more?: readonly string[] } = {},
): Promise<ReplicatedDatabase> {
  const proxies = { primary: await proxyOf(urls.primary), replica: await proxyOf(urls.replica) };
  const replicas = [through(proxies.replica), ...more];
  const database = await openDatabase({
    ...housesWithRooms.model,
    location: { kind: "mysql", url: through(proxies.primary), replicas, settings: { ...settings, ...given } },
  });
  const until = async (standing: string, index = 0) => {
    while (database.state().replicas[index]?.standing !== standing) await new Promise(setImmediate);
  };
  await until("reachable");
  return {
    database,
    proxies,
    until,
    port: async (requestId = "a") => {
      const { rows } = await database.readsOfCall(requestId).read("SELECT @@port FROM house", []);
      return Number(rows[0]?.[0]);
    },
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await proxies.primary.close();
      await proxies.replica.close();
    },
  };
}

const proxyOf = (url: string) =>
  FaultProxy.start({ host: new URL(url).hostname, port: Number(new URL(url).port) });
const through = (proxy: FaultProxy) => `mysql://root@127.0.0.1:${proxy.port}/${name}`;

/** Has the replica get what is written, but not store it, as one that has too much to do. */
export const holdBack = ({ replica }: Replication) => replica.query(`STOP SLAVE '${name}' SQL_THREAD`);
export const catchUp = ({ replica }: Replication) => replica.query(`START SLAVE '${name}' SQL_THREAD`);
