import type { FieldPacket, PoolConnection, QueryError, RowDataPacket } from "mysql2";
import type { ReadResult, Statement } from "../database.js";

/** A statement with more values goes as a text. It is rare, and the server would keep memory for each value. */
const mostPreparedValues = 1_024;

/** Is called once, with an error or a result, unless the connection was destroyed before. */
export type Answered = (error: unknown, result?: ReadResult) => void;

/** Reads rows as they are stored. */
export function runStatement(connection: PoolConnection, statement: Statement, answered: Answered): void {
  if (statement.values.length > mostPreparedValues) runAsText(connection, statement, answered);
  else
    runPrepared(connection, statement, (error, result) => {
      if (isOutOfStatements(error)) runAsText(connection, statement, answered);
      else answered(error, result);
    });
}

/** A server prepares so many statements for all of its clients together, and then no more. */
const isOutOfStatements = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ER_MAX_PREPARED_STMT_COUNT_REACHED";

function runPrepared(connection: PoolConnection, { sql, values }: Statement, answered: Answered): void {
  connection.execute<RowDataPacket[][]>(
    { sql, rowsAsArray: true },
    [...values] as string[],
    toResult(answered),
  );
}

function runAsText(connection: PoolConnection, { sql, values }: Statement, answered: Answered): void {
  connection.query<RowDataPacket[][]>({ sql, values: [...values], rowsAsArray: true }, toResult(answered));
}

const toResult =
  (answered: Answered) => (error: QueryError | null, rows: RowDataPacket[][], fields: FieldPacket[]) => {
    if (error) answered(error);
    else answered(null, { columns: fields.map(({ name }) => name), rows });
  };
