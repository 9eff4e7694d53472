import type { DatabaseLocations } from "@an-sinh/deployment/databases";
import type { DatabaseLocation } from "@an-sinh/subgraph-kit/database/database-url";
import libsql from "libsql";
import { createPool } from "mysql2/promise";

/** A statement that the graph ran. */
export interface RunStatement {
  readonly department: string;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Connections of the benchmark's own, on which statements of the graph are run again: nothing else is in their time. */
export interface Replay {
  /** Milliseconds for all of them, one after the other. */
  run(statements: readonly RunStatement[]): Promise<number>;
  close(): Promise<void>;
}

interface Connection {
  run(sql: string, parameters: readonly unknown[]): unknown;
  close(): unknown;
}

export function openReplay(locations: DatabaseLocations): Replay {
  const connections = new Map([...locations].map(([name, location]) => [name, connect(location)]));
  return {
    run: async (statements) => {
      const started = performance.now();
      for (const { department, sql, parameters } of statements)
        await connections.get(department)?.run(sql, parameters);
      return performance.now() - started;
    },
    close: async () => {
      for (const connection of connections.values()) await connection.close();
    },
  };
}

const connect = (location: DatabaseLocation): Connection =>
  location.kind === "sqlite" ? connectSqlite(location.file) : connectMysql(location.url);

/** Each statement is prepared once, and all its rows are read. */
function connectSqlite(file: string): Connection {
  const database = new libsql(file);
  for (const setting of ["cache_size = -65536", "temp_store = MEMORY", "query_only = ON"])
    database.pragma(setting);
  const prepared = new Map<string, libsql.Statement>();
  return {
    run: (sql, parameters) => {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, statement);
      return statement.all(...parameters.map(toSqlite));
    },
    close: () => database.close(),
  };
}

const toSqlite = (value: unknown): unknown => (typeof value === "boolean" ? Number(value) : value);

function connectMysql(uri: string): Connection {
  const pool = createPool({ uri, connectionLimit: 1, dateStrings: ["DATE"], charset: "utf8mb4_bin" });
  return {
    run: (sql, parameters) => pool.query(sql, [...parameters]),
    close: () => pool.end(),
  };
}
