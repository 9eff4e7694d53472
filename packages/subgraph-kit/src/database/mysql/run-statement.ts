import type { FieldPacket, PoolConnection, QueryError, RowDataPacket } from "mysql2";
import type { ReadResult, Statement } from "../database.js";

/** A statement with more values goes as a text. It is rare, and the server would keep memory for each value. */
const mostPreparedValues = 1_024;

/** Is called once, with an error or a result, unless the connection was destroyed before. */
export type Answered = (error: unknown, result?: ReadResult) => void;

/** A statement that was handed to the driver, which may only have it prepared yet. mysql2's types leave these out. */
export interface Handed {
  start(): null;
  onResult(error: Error): void;
}

/** Reads rows as they are stored. */
export function runStatement(connection: PoolConnection, statement: Statement, answered: Answered): Handed {
  if (statement.values.length > mostPreparedValues) return runAsText(connection, statement, answered);
  const handed = runPrepared(connection, statement, (error, result) => {
    if (isOutOfStatements(error) && !skipped.has(handed)) runAsText(connection, statement, answered);
    else answered(error, result);
  });
  return handed;
}

const skipped = new WeakSet<Handed>();

/**
 * Has a statement fail in its turn, where the server has not been told to run it. mysql2 3.24.6 queues that right behind the
 * preparing, and skips it in the same way where preparing fails: packages/subgraph-kit/test/mysql-prepared.test.ts.
 */
export function skipStatement(handed: Handed): void {
  skipped.add(handed);
  handed.start = () => {
    handed.onResult(new Error("Nobody waits for the statement."));
    return null;
  };
}

/** A server prepares so many statements for all of its clients together, and then no more. */
const isOutOfStatements = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ER_MAX_PREPARED_STMT_COUNT_REACHED";

const runPrepared = (connection: PoolConnection, { sql, values }: Statement, answered: Answered) =>
  connection.execute<RowDataPacket[][]>(
    { sql, rowsAsArray: true },
    [...values] as string[],
    toResult(answered),
  ) as object as Handed;

const runAsText = (connection: PoolConnection, { sql, values }: Statement, answered: Answered) =>
  connection.query<RowDataPacket[][]>(
    { sql, values: [...values], rowsAsArray: true },
    toResult(answered),
  ) as object as Handed;

const toResult =
  (answered: Answered) => (error: QueryError | null, rows: RowDataPacket[][], fields: FieldPacket[]) => {
    if (error) answered(error);
    else answered(null, { columns: fields.map(({ name }) => name), rows });
  };
