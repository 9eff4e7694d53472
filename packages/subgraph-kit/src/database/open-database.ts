import type { Database, OpenDatabaseOptions } from "./database.js";
import { openMysql } from "./mysql.js";
import { openSqlite } from "./sqlite.js";

/** Opens a database. Neither creates nor changes a table: call `migrate` for that. */
export function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  return options.location.kind === "sqlite"
    ? openSqlite(options, options.location.file)
    : openMysql(options, options.location);
}
