import libsql from "libsql";
import { createPool, type RowDataPacket } from "mysql2/promise";
import type { Row, Tables } from "./tables.js";

/** Opens a department's database by the URL that its subgraph has in DATABASE_URL. */
export const openTables = (url: string): Tables =>
  url.startsWith("sqlite:") ? openSqlite(url.slice("sqlite:".length)) : openMysql(url);

/** With the settings that the graph has for its readers. */
function openSqlite(file: string): Tables {
  const database = new libsql(file);
  for (const setting of ["cache_size = -65536", "temp_store = MEMORY", "query_only = ON"])
    database.pragma(setting);
  return {
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return (...values) => statement.all(...values) as Row[];
    },
  };
}

/** The driver keeps what it has prepared, by the text of the statement. */
function openMysql(uri: string): Tables {
  const pool = createPool({ uri, connectionLimit: 10, dateStrings: ["DATE"], charset: "utf8mb4_bin" });
  return {
    prepare:
      (sql) =>
      async (...values) => {
        const [rows] = await pool.execute<RowDataPacket[]>(sql, [...values]);
        return rows as Row[];
      },
  };
}
