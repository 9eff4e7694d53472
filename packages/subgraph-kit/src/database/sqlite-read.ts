import type Libsql from "libsql";
import { LRUCache } from "lru-cache";
import type { ReadResult } from "./database.js";
import type { StatementListener } from "./statement-logger.js";

/** Lists are filled up to powers of two, so a query has a dozen statements at most. */
const maximumStatements = 1_000;

interface Prepared {
  readonly statement: Libsql.Statement;
  readonly columns: readonly string[];
}

/** Reads through statements that stay prepared. */
export function createSqliteRead(
  connection: Libsql.Database,
  onStatement: StatementListener | undefined,
): (sql: string, values: readonly unknown[]) => Promise<ReadResult> {
  const known = new LRUCache<string, Prepared>({ max: maximumStatements });
  const prepare = (sql: string): Prepared => {
    const statement = connection.prepare(sql).raw();
    const prepared = { statement, columns: statement.columns().map(({ name }) => name) };
    known.set(sql, prepared);
    return prepared;
  };
  return async (sql, values) => {
    // libsql 0.5.29 still answers through a statement whose connection is closed: packages/subgraph-kit/test/sqlite.test.ts.
    if (!connection.open) throw new Error("Expected an open database, but it is closed.");
    onStatement?.(sql, values);
    const { statement, columns } = known.get(sql) ?? prepare(sql);
    return { columns, rows: statement.all(values) as unknown[][] };
  };
}
