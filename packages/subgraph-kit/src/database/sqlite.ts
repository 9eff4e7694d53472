import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { Mutex } from "async-mutex";
import libsql from "libsql";
import { DataSource, type DataSourceOptions } from "typeorm";
import type { BetterSqlite3Driver } from "typeorm/driver/better-sqlite3/BetterSqlite3Driver.js";
import { runTransaction } from "./before-commit.js";
import type { Database, OpenDatabaseOptions } from "./database.js";
import { createSqliteRead } from "./sqlite-read.js";
import { refuseUnknownMigrations } from "./unknown-migrations.js";
import { StatementLogger } from "./statement-logger.js";

/** Thrown when a file is there but SQLite cannot use it. */
class UnusableDatabaseFileError extends Error {
  constructor(file: string, cause: unknown) {
    super(
      `${file} is not a usable SQLite database (${reasonOf(cause)}). Move the file away, with its -wal and -shm files, and start again: a new one is made.`,
      { cause },
    );
    this.name = "UnusableDatabaseFileError";
  }
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** Whether the file itself may be sound: another process has locked it, or we may not open or write it. */
const isOutOfReach = (error: unknown) =>
  /unable to open|locked|busy|read-?only|permission|is full/i.test(reasonOf(error));

const outOfReach = (file: string, error: unknown) =>
  new Error(
    `${file} cannot be opened: ${reasonOf(error)}. The file and its folder must be writable, and no other program may lock the file.`,
    { cause: error },
  );

/** The part of the driver's connection that is set up by hand. */
interface Connection {
  pragma(sql: string): unknown;
}

/**
 * Opens a SQLite file with two data sources. TypeORM 1.1.1 has one connection per data source on SQLite, so two
 * transactions on it would mix: packages/subgraph-kit/test/sqlite.test.ts. Writes therefore wait for each other in
 * front of one data source. Reads have the second one, on the same file with a write-ahead log: they see the last
 * committed state and never wait.
 */
export async function openSqlite(options: OpenDatabaseOptions, file: string): Promise<Database> {
  await mkdir(dirname(file), { recursive: true }).catch((error: unknown) => {
    throw outOfReach(file, error);
  });
  const writer = new DataSource(sqliteOptions(options, file, false));
  const reader = new DataSource(sqliteOptions(options, file, true));
  try {
    await writer.initialize();
    // Reads the header and the schema: a file that is not SQLite's, or that was cut short, fails here.
    await writer.query("SELECT COUNT(*) FROM sqlite_master");
    await reader.initialize();
  } catch (error) {
    await closeAll(writer, reader);
    throw isOutOfReach(error) ? outOfReach(file, error) : new UnusableDatabaseFileError(file, error);
  }
  const mutex = new Mutex();
  const write: Database["write"] = (work) =>
    mutex.runExclusive(() => writer.transaction((manager) => runTransaction(manager, work)));
  return {
    dialect: "sqlite",
    reader,
    read: createSqliteRead(connectionOf(reader), options.onStatement),
    write,
    migrate: async () => {
      await mutex.runExclusive(async () => {
        await refuseUnknownMigrations(writer, file);
        await writer.runMigrations({ transaction: "all" });
      });
      await options.afterMigrations?.({ reader, write });
    },
    analyze: async () => {
      await mutex.runExclusive(async () => {
        await writer.query("ANALYZE");
        await writer.query("PRAGMA wal_checkpoint(TRUNCATE)");
      });
    },
    close: () => closeAll(reader, writer),
  };
}

/** The reader is connected by now. */
const connectionOf = ({ driver }: DataSource): libsql.Database =>
  (driver as BetterSqlite3Driver).databaseConnection;

function sqliteOptions(options: OpenDatabaseOptions, file: string, readOnly: boolean): DataSourceOptions {
  return {
    type: "better-sqlite3",
    driver: libsql,
    database: file,
    timeout: 10_000,
    entities: [...options.entities],
    migrations: readOnly ? [] : [...options.migrations.sqlite],
    logger: new StatementLogger(options.onStatement),
    prepareDatabase: (connection: Connection) => {
      connection.pragma("journal_mode = WAL");
      connection.pragma("synchronous = NORMAL");
      connection.pragma("cache_size = -65536");
      connection.pragma("temp_store = MEMORY");
      if (readOnly) connection.pragma("query_only = ON");
    },
  };
}

async function closeAll(...sources: readonly DataSource[]): Promise<void> {
  await Promise.all(sources.filter((source) => source.isInitialized).map((source) => source.destroy()));
}
