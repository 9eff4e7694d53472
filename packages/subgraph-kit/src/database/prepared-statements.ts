import { LRUCache } from "lru-cache";
import { QueryFailedError, type EntityManager } from "typeorm";
import { dialectOf } from "./dialect.js";

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
  const connection: Connection = await (manager.queryRunner ?? source.createQueryRunner()).connect();
  const prepare = preparer(connection);
  const execute = <Result>(sql: string, parameters: readonly unknown[], work: () => Result): Result => {
    source.logger.logQuery(sql, [...parameters]);
    try {
      return work();
    } catch (error) {
      throw error instanceof Error ? new QueryFailedError(sql, [...parameters], error) : error;
    }
  };
  return {
    run: async (sql, parameters) => {
      execute(sql, parameters, () => prepare(sql).run(parameters));
    },
    read: async (sql, parameters) => execute(sql, parameters, () => prepare(sql).raw().all(parameters)),
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

/** The part of the SQLite driver's connection that is used without TypeORM. */
interface Connection {
  prepare(sql: string): Statement;
}

interface Statement {
  raw(): Statement;
  run(parameters: readonly unknown[]): unknown;
  all(parameters: readonly unknown[]): RowValues[];
}

const keptStatements = 200;
const statementsOf = new WeakMap<Connection, LRUCache<string, Statement>>();

function preparer(connection: Connection): (sql: string) => Statement {
  const statements = statementsOf.get(connection) ?? new LRUCache<string, Statement>({ max: keptStatements });
  statementsOf.set(connection, statements);
  return (sql) => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
}
