import { lstat } from "node:fs/promises";
import { dirname } from "node:path";
import { createPrivateFile, makePrivateFolder } from "@an-sinh/server/private-files";
import { Mutex } from "async-mutex";
import type libsql from "libsql";
import { CheckedLibsql, WritingLibsql } from "./checked-libsql.js";
import { DataSource, MigrationExecutor, type DataSourceOptions } from "typeorm";
import type { BetterSqlite3Driver } from "typeorm/driver/better-sqlite3/BetterSqlite3Driver.js";
import { maximumRows } from "../call-budget.js";
import type { Database, OpenDatabaseOptions, Reads } from "./database.js";
import { OpenFile } from "./open-file.js";
import { createSqliteRead } from "./sqlite-read.js";
import { refuseUnknownMigrations } from "./unknown-migrations.js";
import { SqliteThreads } from "./sqlite-threads.js";
import { attemptMs, writeAlone } from "./sqlite-write.js";
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

/** How long a statement waits for a lock. */
const timeoutMs = 10_000;

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
  await makeFile(file).catch((error: unknown) => {
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
  const openFile = new OpenFile(file);
  // One more row than may be read: the call then fails with a reason.
  const threadOptions = { file, timeoutMs, pragmas: pragmas(true), maximumRows: maximumRows + 1 };
  const threads = new SqliteThreads(threadOptions, openFile);
  await writer.query(`PRAGMA busy_timeout = ${attemptMs}`);
  const mutex = new Mutex();
  const write: Database["write"] = (work, signal) =>
    mutex.runExclusive(() => openFile.write(() => writeAlone(writer, work, signal)));
  const reads: Reads = {
    read: createSqliteRead(connectionOf(reader), openFile, options.onStatement),
    readAside: (sql, values, signal) => {
      options.onStatement?.(sql, values);
      return threads.read(sql, values, signal);
    },
  };
  return {
    dialect: "sqlite",
    reader,
    ...reads,
    readsOfCall: () => reads,
    write,
    load: (work) =>
      mutex.runExclusive(() =>
        openFile.write(() => withoutForeignKeys(writer, () => writeAlone(writer, work, undefined))),
      ),
    state: () => ({ ...openFile.state, ...threads.use, replicas: [] }),
    migrate: async () => {
      await mutex.runExclusive(async () => {
        await refuseUnknownMigrations(writer, file);
        await runMissingMigrations(writer);
      });
      await options.afterMigrations?.({ reader, write });
    },
    analyze: async () => {
      await write((manager) => manager.query("ANALYZE"));
      await mutex.runExclusive(() => writer.query("PRAGMA wal_checkpoint(TRUNCATE)"));
    },
    close: async () => {
      await Promise.all([closeAll(reader, writer), threads.close()]);
    },
  };
}

/** Several processes may find the same migrations missing. Each looks again when it is the only one that writes. */
async function runMissingMigrations(writer: DataSource): Promise<void> {
  if ((await new MigrationExecutor(writer).getPendingMigrations()).length === 0) return;
  await withoutForeignKeys(writer, () =>
    writeAlone(
      writer,
      async ({ queryRunner }) => {
        const executor = new MigrationExecutor(writer, queryRunner);
        executor.transaction = "none";
        await executor.executePendingMigrations();
      },
      undefined,
    ),
  );
}

/** Foreign keys are checked again afterwards. SQLite cannot change that within a transaction. */
async function withoutForeignKeys<Result>(writer: DataSource, work: () => Promise<Result>): Promise<Result> {
  await writer.query("PRAGMA foreign_keys = OFF");
  return work().finally(() => writer.query("PRAGMA foreign_keys = ON"));
}

/**
 * Makes the file where there is none. SQLite would let everyone read it, and would follow a link. It gives the files
 * with -wal and -shm the rights of this one.
 */
async function makeFile(file: string): Promise<void> {
  await makePrivateFolder(dirname(file));
  const made = await createPrivateFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await made?.close();
  if ((await lstat(file)).isSymbolicLink()) throw new Error("it is a link. Name the file itself");
}

/** The reader is connected by now. */
const connectionOf = ({ driver }: DataSource): libsql.Database =>
  (driver as BetterSqlite3Driver).databaseConnection;

/** How a connection is set up. */
const pragmas = (readOnly: boolean): readonly string[] => [
  "journal_mode = WAL",
  "synchronous = NORMAL",
  "cache_size = -65536",
  "temp_store = MEMORY",
  ...(readOnly ? ["query_only = ON"] : []),
];

function sqliteOptions(options: OpenDatabaseOptions, file: string, readOnly: boolean): DataSourceOptions {
  return {
    type: "better-sqlite3",
    driver: readOnly ? CheckedLibsql : WritingLibsql,
    database: file,
    timeout: timeoutMs,
    entities: [...options.entities],
    migrations: readOnly ? [] : [...options.migrations.sqlite],
    logger: new StatementLogger(options.onStatement),
    prepareDatabase: (connection: Connection) => {
      for (const pragma of pragmas(readOnly)) connection.pragma(pragma);
    },
  };
}

async function closeAll(...sources: readonly DataSource[]): Promise<void> {
  await Promise.all(sources.filter((source) => source.isInitialized).map((source) => source.destroy()));
}
