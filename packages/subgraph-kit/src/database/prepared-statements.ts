import type Libsql from "libsql";
import { QueryFailedError, type EntityManager } from "typeorm";
import { dialectOf } from "./dialect.js";
import { keepPrepared } from "./keep-prepared.js";
import { prepareRead, type PreparedRead } from "./sqlite-read.js";

/** The values of a row, in the order of the statement's columns. */
export type RowValues = readonly unknown[];

/** Statements within the manager's transaction, if it has one. Parameters are no booleans and no objects. */
export interface PreparedStatements {
  /** Runs a statement that returns no rows. */
  run(sql: string, parameters: readonly unknown[]): Promise<void>;
  read(sql: string, parameters: readonly unknown[]): Promise<readonly RowValues[]>;
}

/**
 * For statements that are run again and again. On SQLite a statement is prepared once for each connection, its parameters
 * go to the driver as they are, and rows are no objects. TypeORM copies parameters three times, which takes a third of
 * the time of an insert, and making objects takes the driver half of the time of a read.
 */
export async function preparedStatements(manager: EntityManager): Promise<PreparedStatements> {
  const { connection: source } = manager;
  if (dialectOf(manager) === "mysql") return throughTypeorm(manager);
  const runner = manager.queryRunner ?? source.createQueryRunner();
  const connection: Libsql.Database = await runner.connect();
  const { write, read } = preparedOn(connection);
  const execute = <Result>(sql: string, parameters: readonly unknown[], work: () => Result): Result => {
    source.logger.logQuery(sql, [...parameters], runner);
    try {
      return work();
    } catch (error) {
      throw error instanceof Error ? new QueryFailedError(sql, [...parameters], error) : error;
    }
  };
  return {
    run: async (sql, parameters) => {
      execute(sql, parameters, () => write(sql).run(parameters));
    },
    read: async (sql, parameters) => execute(sql, parameters, () => read(sql).rows(parameters)),
  };
}

const throughTypeorm = (manager: EntityManager): PreparedStatements => ({
  run: async (sql, parameters) => {
    await manager.query(sql, [...parameters]);
  },
  read: async (sql, parameters) => {
    const rows: object[] = await manager.query(sql, [...parameters]);
    return rows.map((row) => Object.values(row));
  },
});

const keptStatements = 200;

/** Statements of one connection, each prepared once. */
interface Prepared {
  write(this: void, sql: string): Libsql.Statement;
  read(this: void, sql: string): PreparedRead;
}

const preparedStatementsOf = new WeakMap<Libsql.Database, Prepared>();

function preparedOn(connection: Libsql.Database): Prepared {
  const known = preparedStatementsOf.get(connection);
  if (known) return known;
  const prepared = {
    write: keepPrepared(keptStatements, (sql) => connection.prepare(sql)),
    read: keepPrepared(keptStatements, (sql) => prepareRead(connection, sql)),
  };
  preparedStatementsOf.set(connection, prepared);
  return prepared;
}
