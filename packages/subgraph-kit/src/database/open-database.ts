import type { Database, OpenDatabaseOptions } from "./database.js";
import { openSqlite } from "./sqlite.js";

/** Opens a database. Neither creates nor changes a table: call `migrate` for that. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { location } = options;
  if (location.kind === "sqlite") return openSqlite(options, location.file);
  // Imported only here: its driver takes a while.
  const { openMysql } = await import("./mysql.js");
  return openMysql(options, location);
}
