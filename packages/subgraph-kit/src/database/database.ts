import type { Logger } from "@an-sinh/server/logger";
import type { DataSource, EntityManager, MigrationInterface } from "typeorm";
import type { DatabaseLocation } from "./database-url.js";
import type { DatabaseState } from "./database-state.js";
import type { StatementListener } from "./statement-logger.js";

/** "mysql" stands for MySQL and MariaDB: the same SQL serves both. */
export type Dialect = "sqlite" | "mysql";

export type EntityClass = new () => object;
type MigrationClass = new () => MigrationInterface;

/** The tables of a subgraph, and the migrations that make them in each dialect. */
export interface DatabaseModel {
  readonly entities: readonly EntityClass[];
  readonly migrations: Readonly<Record<Dialect, readonly MigrationClass[]>>;
  /** Is called whenever the migrations have been run: brings up to date what follows from the rows. */
  readonly afterMigrations?: (database: Pick<Database, "reader" | "write">) => Promise<void>;
}

/** SQL as a database takes it: `?` where a value is bound. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What a statement gives: the names of the columns, and each row's values in their order. */
export interface ReadResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What reads rows: the database, or one of its servers. */
export type Reads = Pick<Database, "read" | "readAside">;

/** One department's database. Reads go to `reader`, writes through `write`. */
export interface Database {
  readonly dialect: Dialect;
  readonly reader: DataSource;
  /**
   * Reads rows as they are stored, past TypeORM. `?` stands for a value. A server ends a statement whose signal fires.
   * SQLite cannot.
   */
  read(sql: string, values: readonly unknown[], signal?: AbortSignal): Promise<ReadResult>;
  /**
   * The same where it holds up nobody, for a statement that may take long: SQLite runs others on the thread of the
   * caller. A statement whose signal fires is ended, or does not begin.
   */
  readAside(sql: string, values: readonly unknown[], signal: AbortSignal): Promise<ReadResult>;
  /**
   * The reads of one call. All go to one server, which may be a replica, and of one request to the same one while that is
   * in use: what it answers is then not of two ages.
   */
  readsOfCall(requestId: string): Reads;
  /**
   * Runs `work` in one transaction: all of it is stored, or nothing. When the signal fires, it ends within a second, and
   * nothing is stored. Throws `OutcomeUnknownError` where nobody can tell.
   */
  write<Result>(work: (manager: EntityManager) => Promise<Result>, signal?: AbortSignal): Promise<Result>;
  /** As `write`, for many rows that are known to refer to each other: that is not checked, which saves a third of the time. */
  load<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result>;
  /**
   * Runs the migrations that are missing. Several processes may call it at once. It also completes a migration that
   * was cut short. Throws `UnknownMigrationsError` for a database of another version.
   */
  migrate(): Promise<void>;
  /** To be called after many rows were written: renews the statistics of the query planner, and shrinks the log. */
  analyze(): Promise<void>;
  /** How it is. It asks nobody. */
  state(): DatabaseState;
  /** Once closed, closing again does nothing. */
  close(): Promise<void>;
}

export interface OpenDatabaseOptions extends DatabaseModel {
  readonly location: DatabaseLocation;
  readonly onStatement?: StatementListener | undefined;
  /** Is told when a replica is not read, and when it is read again. */
  readonly logger?: Pick<Logger, "warn"> | undefined;
}
