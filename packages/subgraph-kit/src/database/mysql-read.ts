import type { FieldPacket, Pool, PoolConnection, QueryError, RowDataPacket } from "mysql2";
import type { ReadResult } from "./database.js";

/** A statement, and where it is read. */
export interface MysqlRead {
  readonly pool: Pool;
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Undefined: it runs to its end. */
  readonly signal: AbortSignal | undefined;
  /** Ends the statement that a connection runs. It is called from another connection. */
  readonly kill: (connectionId: number) => Promise<void>;
}

/** Reads rows as they are stored. When the signal fires, the server ends the statement. */
export async function readMysql(read: MysqlRead): Promise<ReadResult> {
  const { pool, signal, kill } = read;
  const connection = await connectionOf(pool);
  let killed: Promise<void> | undefined;
  const stop = () => {
    killed = kill(connection.threadId);
  };
  try {
    signal?.throwIfAborted();
    signal?.addEventListener("abort", stop, { once: true });
    const result = await readOn(connection, read);
    signal?.throwIfAborted();
    return result;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    // It must not end the next statement of this connection.
    await killed;
    connection.release();
  }
}

const connectionOf = (pool: Pool): Promise<PoolConnection> =>
  new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
  });

/** A statement with more values goes as a text. It is rare, and the server would keep memory for each value. */
const mostPreparedValues = 1_024;

function readOn(connection: PoolConnection, { sql, values }: MysqlRead): Promise<ReadResult> {
  return values.length > mostPreparedValues
    ? readAsText(connection, sql, values)
    : readPrepared(connection, sql, values).catch((error: unknown) => {
        if (isOutOfStatements(error)) return readAsText(connection, sql, values);
        throw error;
      });
}

/** A server prepares so many statements for all of its clients together, and then no more. */
const isOutOfStatements = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ER_MAX_PREPARED_STMT_COUNT_REACHED";

const readPrepared = (connection: PoolConnection, sql: string, values: readonly unknown[]) =>
  resultOf((done) =>
    connection.execute<RowDataPacket[][]>({ sql, rowsAsArray: true }, [...values] as string[], done),
  );

const readAsText = (connection: PoolConnection, sql: string, values: readonly unknown[]) =>
  resultOf((done) =>
    connection.query<RowDataPacket[][]>({ sql, values: [...values], rowsAsArray: true }, done),
  );

type Done = (error: QueryError | null, rows: RowDataPacket[][], fields: FieldPacket[]) => void;

const resultOf = (ask: (done: Done) => unknown): Promise<ReadResult> =>
  new Promise((resolve, reject) => {
    ask((error, rows, fields) => {
      if (error) reject(error);
      else resolve({ columns: fields.map(({ name }) => name), rows });
    });
  });
