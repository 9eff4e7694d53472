import type Libsql from "libsql";
import type { ReadResult } from "./database.js";
import { keepPrepared } from "./keep-prepared.js";
import type { OpenFile } from "./open-file.js";
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
  file: OpenFile,
  onStatement: StatementListener | undefined,
): (sql: string, values: readonly unknown[]) => Promise<ReadResult> {
  const prepared = keepPrepared(maximumStatements, (sql) => prepareRead(connection, sql));
  return async (sql, values) => {
    // libsql 0.5.29 still answers through a statement whose connection is closed: packages/subgraph-kit/test/sqlite.test.ts.
    if (!connection.open) throw new Error("Expected an open database, but it is closed.");
    onStatement?.(sql, values);
    file.expectForRead();
    try {
      const { columns, rows } = prepared(sql);
      return { columns, rows: rows(values) };
    } catch (error) {
      throw file.readFailure(error);
    }
  };
}

/**
 * The driver hands over each value by itself, which takes longer than reading all of them from one JSON text. So
 * rows are read as a text, until one has a real number, of which the text may have fewer digits than the database.
 */
export function prepareRead(connection: Libsql.Database, sql: string): PreparedRead {
  const byValue = connection.prepare(sql).raw();
  const columns = byValue.columns().map(({ name }) => name);
  const asText = columns.length <= mostTextColumns ? connection.prepare(toText(sql, columns)).raw() : null;
  let isExact = asText !== null;
  const rows = (values: readonly unknown[]): Rows => {
    if (asText && isExact) {
      const [text] = asText.get(values) as [string];
      isExact = !text.includes(".") || !decimal.test(text);
      if (isExact) return JSON.parse(text) as unknown[][];
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

/**
 * A real number in the JSON text of rows, from its point on. SQLite 3.45 always writes the point, and at most fifteen
 * digits: 7.000000000000001 is "7.0". Part of a text may look the same; then the rows are only read in more time.
 */
const decimal = /\.\d(?<=[[,]-?\d+\.\d)/;
