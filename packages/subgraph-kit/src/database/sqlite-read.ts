import type Libsql from "libsql";
import { LRUCache } from "lru-cache";
import type { ReadResult } from "./database.js";
import type { StatementListener } from "./statement-logger.js";

/** Lists are filled up to powers of two, so a query has a dozen statements at most. */
const maximumStatements = 1_000;

type Rows = ReadResult["rows"];

/** A statement that reads rows. */
export interface PreparedRead {
  readonly columns: readonly string[];
  rows(values: readonly unknown[]): Rows;
}

/** Reads through statements that stay prepared. */
export function createSqliteRead(
  connection: Libsql.Database,
  onStatement: StatementListener | undefined,
): (sql: string, values: readonly unknown[]) => Promise<ReadResult> {
  const known = new LRUCache<string, PreparedRead>({ max: maximumStatements });
  const prepared = (sql: string): PreparedRead => {
    const made = known.get(sql) ?? prepareRead(connection, sql);
    known.set(sql, made);
    return made;
  };
  return async (sql, values) => {
    // libsql 0.5.29 still answers through a statement whose connection is closed: packages/subgraph-kit/test/sqlite.test.ts.
    if (!connection.open) throw new Error("Expected an open database, but it is closed.");
    onStatement?.(sql, values);
    const { columns, rows } = prepared(sql);
    return { columns, rows: rows(values) };
  };
}

/**
 * The driver hands over each value by itself, which takes longer than reading all of them from one JSON text. So
 * rows are read as a text, until one comes that says of a number less than the database knows.
 */
export function prepareRead(connection: Libsql.Database, sql: string): PreparedRead {
  const byValue = connection.prepare(sql).raw();
  const columns = byValue.columns().map(({ name }) => name);
  const asText = columns.length <= mostTextColumns ? connection.prepare(toText(sql, columns)).raw() : null;
  let isExact = asText !== null;
  const rows = (values: readonly unknown[]): Rows => {
    if (asText && isExact) {
      const [text] = asText.get(values) as [string];
      const read = JSON.parse(text) as unknown[][];
      isExact = !text.includes(".") || read.every((row) => row.every(isExactInText));
      if (isExact) return read;
    }
    return byValue.all(values) as unknown[][];
  };
  return { columns, rows };
}

/** SQLite 3.45 takes at most 127 arguments a function. */
const mostTextColumns = 100;

/** The rows in their order, as one JSON text: `[["a",1],["b",2]]`. The columns have names of our own, because two may have the same. */
function toText(sql: string, columns: readonly string[]): string {
  const names = columns.map((_, index) => `c${index}`).join();
  return `WITH given(${names}) AS (${sql}) SELECT json_group_array(json_array(${names})) FROM given`;
}

/** SQLite 3.45 writes a point and at most fifteen digits of each real number, 1e20 as "1.0e+20". */
const isExactInText = (value: unknown): boolean =>
  typeof value !== "number" || (Number.isInteger(value) && Math.abs(value) < 1e15);
