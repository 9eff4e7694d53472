import type { Pool } from "mysql2";
import { createConnection, type Connection } from "mysql2/promise";
import { DataSource, MigrationExecutor, type DataSourceOptions, type QueryRunner } from "typeorm";
import type { MysqlDriver } from "typeorm/driver/mysql/MysqlDriver.js";
import { DatabaseServerError } from "./database-server-error.js";
import { runTransaction } from "./before-commit.js";
import type { Database, OpenDatabaseOptions } from "./database.js";
import { collation, convertTables, createDatabaseSql, setDefaultCollation } from "./mysql-collation.js";
import { readMysql } from "./mysql-read.js";
import { refuseUnknownMigrations } from "./unknown-migrations.js";
import { StatementLogger } from "./statement-logger.js";

const migrationLockSeconds = 60;
/** An import may take minutes. */
const writeLockSeconds = 600;

/**
 * Opens a database on a MySQL or MariaDB server. The database itself must exist: see `createMysqlDatabase`. Writers take
 * turns, as they do on SQLite: what follows from the rows, such as totals, is computed from what the writer before left.
 */
export async function openMysql(options: OpenDatabaseOptions, url: string): Promise<Database> {
  const source = new DataSource(mysqlOptions(options, url, await serverType(url)));
  await source.initialize();
  const pool: Pool = (source.driver as MysqlDriver).pool;
  // A server that cannot be reached runs nothing for us either.
  const kill = (connectionId: number) =>
    runOnServer(url, () => `KILL QUERY ${connectionId}`, "").catch(() => undefined);
  const read: Database["read"] = (sql, values, signal) => {
    options.onStatement?.(sql, values);
    return readMysql({ pool, sql, values, signal, kill });
  };
  const writes = { name: "writes", seconds: writeLockSeconds };
  const write: Database["write"] = (work) =>
    inTurn(source, writes, (runner) =>
      runner.manager.transaction((manager) => runTransaction(manager, work)),
    );
  const load: Database["load"] = (work) =>
    inTurn(source, writes, async (runner) => {
      await runner.query("SET foreign_key_checks = 0");
      // Only a connection that is lost refuses to check again, and such a one is not used again.
      const checkAgain = () => runner.query("SET foreign_key_checks = 1").catch(() => undefined);
      return runner.manager.transaction((manager) => runTransaction(manager, work)).finally(checkAgain);
    });
  return {
    dialect: "mysql",
    reader: source,
    read,
    readAside: read,
    write,
    load,
    migrate: async () => {
      await migrate(source);
      await options.afterMigrations?.({ reader: source, write });
    },
    analyze: async () => {
      const tables = source.entityMetadatas.map(({ tableName }) => source.driver.escape(tableName));
      await source.query(`ANALYZE TABLE ${tables.join(", ")}`);
    },
    close: async () => {
      if (source.isInitialized) await source.destroy();
    },
  };
}

/** Creates a database on the server if it is not there yet, and returns its URL. */
export async function createMysqlDatabase(serverUrl: string, name: string): Promise<string> {
  await runOnServer(serverUrl, createDatabaseSql, name);
  return mysqlDatabaseUrl(serverUrl, name);
}

/** The URL of a database on a server. */
export function mysqlDatabaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes a database from the server. */
export const dropMysqlDatabase = (serverUrl: string, name: string): Promise<void> =>
  runOnServer(serverUrl, (escapedName) => `DROP DATABASE IF EXISTS ${escapedName}`, name);

async function runOnServer(
  serverUrl: string,
  statement: (escapedName: string) => string,
  name: string,
): Promise<void> {
  const connection = await connect(serverUrl);
  try {
    await connection.query(statement(connection.escapeId(name)));
  } finally {
    await connection.end();
  }
}

/** The first connection to a server. Its error says which server it is: the driver's names no host. */
async function connect(url: string): Promise<Connection> {
  try {
    return await createConnection({ uri: url.replace(/^mariadb:/, "mysql:") });
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new DatabaseServerError(`mysql://${host}${pathname}`, error);
  }
}

/**
 * The server keeps so many statements of each connection prepared: those that were run last. By default a server takes
 * 16,382 from all of its clients.
 */
const preparedOfConnection = 100;

function mysqlOptions(
  options: OpenDatabaseOptions,
  url: string,
  type: "mysql" | "mariadb",
): DataSourceOptions {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    type,
    host: hostname,
    port: Number(port || 3306),
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    charset: collation,
    timezone: "Z",
    // Days have no time zone: a Date object would move them.
    dateStrings: ["DATE"],
    poolSize: 10,
    extra: { maxPreparedStatements: preparedOfConnection },
    entities: [...options.entities],
    migrations: [...options.migrations.mysql],
    logger: new StatementLogger(options.onStatement),
  };
}

/**
 * Which of the two servers it is. TypeORM 1.1.1 does not find out, and reads their catalogs in different ways: with the
 * wrong one test/migrations.test.ts finds differences that are none.
 */
async function serverType(url: string): Promise<"mysql" | "mariadb"> {
  const connection = await connect(url);
  try {
    const [rows] = await connection.query("SELECT VERSION() AS version");
    return JSON.stringify(rows).includes("MariaDB") ? "mariadb" : "mysql";
  } finally {
    await connection.end();
  }
}

/**
 * Replicas may start at the same moment, so they take turns. MySQL commits each statement that changes a table by
 * itself, so a migration that was cut short is run again: see `runStatements`.
 */
async function migrate(source: DataSource): Promise<void> {
  await inTurn(source, { name: "migrations", seconds: migrationLockSeconds }, async (runner) => {
    await refuseUnknownMigrations(source, `The database ${String(source.options.database)}`);
    await setDefaultCollation(runner);
    await convertTables(runner);
    await runMigrations(source, runner);
  });
}

/** Does work that one process at a time may do. */
async function inTurn<Result>(
  source: DataSource,
  { name, seconds }: { readonly name: string; readonly seconds: number },
  work: (runner: QueryRunner) => Promise<Result>,
): Promise<Result> {
  const runner = source.createQueryRunner();
  const lock = `${String(source.options.database)}.${name}`;
  try {
    const [row] = await runner.query("SELECT GET_LOCK(?, ?) AS locked", [lock, seconds]);
    if (Number(row?.locked) !== 1) {
      throw new Error(`Another process has held ${lock} for ${seconds} seconds. Try again later.`);
    }
    return await work(runner);
  } finally {
    // A connection that is lost has released the lock. Why it is lost is the error of the work.
    await runner.query("SELECT RELEASE_LOCK(?)", [lock]).catch(() => undefined);
    await runner.release();
  }
}

/**
 * Runs the missing migrations in the session of the runner. Other sessions create tables with the default collation that
 * the database had when they began.
 */
async function runMigrations(source: DataSource, runner: QueryRunner): Promise<void> {
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = "none";
  await executor.executePendingMigrations();
}
