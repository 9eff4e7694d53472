import type { DataSource, EntityManager, MigrationInterface } from "typeorm";
import type { DatabaseLocation } from "./database-url.js";
import type { StatementListener } from "./statement-logger.js";

/** "mysql" stands for MySQL and MariaDB: the same SQL serves both. */
export type Dialect = "sqlite" | "mysql";

export type EntityClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

/** What a subgraph brings: its tables, and how they came to be in either dialect. */
export interface DatabaseModel {
  readonly entities: readonly EntityClass[];
  readonly migrations: Readonly<Record<Dialect, readonly MigrationClass[]>>;
}

/** One department's database. Reads go to `reader`, writes through `write`. */
export interface Database {
  readonly dialect: Dialect;
  readonly reader: DataSource;
  /** Runs `work` in one transaction: all of it is stored, or nothing. */
  write<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result>;
  /** Brings the tables up to date. Safe to call from several processes at once; repairs a migration that was cut short. */
  migrate(): Promise<void>;
  /** After many rows were written: tells the query planner about them, and gives back what the write-ahead log took. */
  analyze(): Promise<void>;
  /** Once closed, closing again does nothing. */
  close(): Promise<void>;
}

export interface OpenDatabaseOptions extends DatabaseModel {
  readonly location: DatabaseLocation;
  readonly onStatement?: StatementListener | undefined;
}
