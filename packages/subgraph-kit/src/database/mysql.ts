import type { Connection } from "mysql2/promise";
import { setTimeout as sleep } from "node:timers/promises";
import { DataSource, MigrationExecutor, type DataSourceOptions, type QueryRunner } from "typeorm";
import { defaultConnections } from "./connection-settings.js";
import type { Database, OpenDatabaseOptions } from "./database.js";
import { mysqlDatabaseUrl, type ServerLocation } from "./database-url.js";
import { connectFirst } from "./mysql/connect-first.js";
import { MysqlReader } from "./mysql/mysql-reader.js";
import { MysqlWriter } from "./mysql/mysql-writer.js";
import { Replicas } from "./mysql/replicas.js";
import { addressOf, Sockets, timeOptions, type ServerAddress } from "./mysql/server-address.js";
import { collation, convertTables, createDatabaseSql, setDefaultCollation } from "./mysql-collation.js";
import { renewDataVersion } from "./renew-data-version.js";
import { refuseUnknownMigrations } from "./unknown-migrations.js";
import { StatementLogger } from "./statement-logger.js";

const migrationLockSeconds = 60;
/** An import may take minutes. */
const writeLockSeconds = 600;
/** How long a close waits until the server has heard the good-byes. */
const mostClosingMs = 250;

/**
 * Opens a database on a MySQL or MariaDB server. The database itself must exist: see `createMysqlDatabase`. Writers take
 * turns, as they do on SQLite: what follows from the rows, such as totals, is computed from what the writer before left.
 */
export async function openMysql(options: OpenDatabaseOptions, location: ServerLocation): Promise<Database> {
  const { url, settings = defaultConnections } = location;
  const address = addressOf(url);
  const addresses = location.replicas?.map(addressOf) ?? [];
  const sockets = new Sockets(address);
  const type = await serverType(location);
  const source = new DataSource(mysqlOptions(options, { address, sockets, type, ...settings }));
  await source.initialize();
  const reader = new MysqlReader({ address, sockets, settings });
  reader.watch.start();
  const replicas =
    addresses.length > 0 ? new Replicas(reader, { addresses, settings, logger: options.logger }) : undefined;
  const writer = new MysqlWriter(source, reader.control, reader.watch);
  const readFrom =
    (from: Pick<MysqlReader, "read">): Database["read"] =>
    (sql, values, signal) => {
      options.onStatement?.(sql, values);
      return from.read(sql, values, signal);
    };
  const read = readFrom(reader);
  const reads = { read, readAside: read };
  const writes = { name: "writes", seconds: writeLockSeconds };
  const write: Database["write"] = (work, signal) =>
    writer.inTurn({ ...writes, signal }, (runner) => writer.transact(runner, work, signal));
  const load: Database["load"] = (work) =>
    writer.inTurn(writes, async (runner) => {
      await runner.query("SET foreign_key_checks = 0");
      // Only a connection that is lost refuses to check again, and such a one is not used again.
      const checkAgain = () => runner.query("SET foreign_key_checks = 1").catch(() => undefined);
      return writer.transact(runner, work, undefined).finally(checkAgain);
    });
  return {
    dialect: "mysql",
    reader: source,
    ...reads,
    readsOfCall: replicas
      ? (requestId) => {
          const readOnce = readFrom(replicas.callReads(requestId));
          return { read: readOnce, readAside: readOnce };
        }
      : () => reads,
    write,
    load,
    state: () => ({ ...reader.state(), replicas: replicas?.states() ?? [] }),
    migrate: async () => {
      await writer.inTurn({ name: "migrations", seconds: migrationLockSeconds }, (runner) =>
        migrate(source, runner),
      );
      await options.afterMigrations?.({ reader: source, write });
    },
    analyze: async () => {
      const tables = source.entityMetadatas.map(({ tableName }) => source.driver.escape(tableName));
      await source.query(`ANALYZE TABLE ${tables.join(", ")}`);
    },
    close: async () => {
      if (!source.isInitialized) return;
      const closed = Promise.all([source.destroy(), reader.close(), replicas?.close()]);
      await Promise.race([closed, sleep(mostClosingMs, undefined, { ref: false })]);
      // A server that does not answer is not waited for.
      sockets.destroy();
      replicas?.destroy();
    },
  };
}

/** Creates a database on the server if it is not there yet, and returns its URL. */
export async function createMysqlDatabase(
  serverUrl: string,
  name: string,
  how: Omit<ServerLocation, "kind" | "url"> = {},
): Promise<string> {
  await runOnServer({ kind: "mysql", url: serverUrl, ...how }, createDatabaseSql, name);
  return mysqlDatabaseUrl(serverUrl, name);
}

/** Removes a database from the server. */
export const dropMysqlDatabase = (serverUrl: string, name: string): Promise<void> =>
  runOnServer(
    { kind: "mysql", url: serverUrl },
    (escapedName) => `DROP DATABASE IF EXISTS ${escapedName}`,
    name,
  );

async function runOnServer(
  server: ServerLocation,
  statement: (escapedName: string) => string,
  name: string,
): Promise<void> {
  const connection = await connect(server);
  try {
    await connection.query(statement(connection.escapeId(name)));
  } finally {
    connection.destroy();
  }
}

const connect = ({ url, settings = defaultConnections, setting }: ServerLocation): Promise<Connection> =>
  connectFirst(url, { ...settings, setting });

interface Connecting {
  readonly address: ServerAddress;
  readonly sockets: Sockets;
  readonly type: "mysql" | "mariadb";
  readonly silenceMs: number;
}

function mysqlOptions(
  options: OpenDatabaseOptions,
  { address, sockets, type, silenceMs }: Connecting,
): DataSourceOptions {
  const { host, port, user, password, database } = address;
  return {
    type,
    host,
    port,
    username: user,
    password,
    database,
    charset: collation,
    ...timeOptions,
    connectTimeout: silenceMs,
    extra: { stream: sockets.stream },
    entities: [...options.entities],
    migrations: [...options.migrations.mysql],
    logger: new StatementLogger(options.onStatement),
  };
}

/**
 * Which of the two servers it is. TypeORM 1.1.1 does not find out, and reads their catalogs in different ways: with the
 * wrong one test/migrations.test.ts finds differences that are none.
 */
async function serverType(location: ServerLocation): Promise<"mysql" | "mariadb"> {
  const connection = await connect(location);
  try {
    const [rows] = await connection.query("SELECT VERSION() AS version");
    return JSON.stringify(rows).includes("MariaDB") ? "mariadb" : "mysql";
  } finally {
    connection.destroy();
  }
}

/**
 * Replicas may start at the same moment, so they take turns. MySQL commits each statement that changes a table by
 * itself, so a migration that was cut short is run again: see `runStatements`.
 */
async function migrate(source: DataSource, runner: QueryRunner): Promise<void> {
  await refuseUnknownMigrations(source, `The database ${String(source.options.database)}`);
  await setDefaultCollation(runner);
  await convertTables(runner);
  await runMigrations(source, runner);
}

/**
 * Runs the missing migrations in the session of the runner. Other sessions create tables with the default collation that
 * the database had when they began.
 */
async function runMigrations(source: DataSource, runner: QueryRunner): Promise<void> {
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = "none";
  const done = await executor.executePendingMigrations();
  if (done.length > 0) await renewDataVersion(runner.manager);
}
