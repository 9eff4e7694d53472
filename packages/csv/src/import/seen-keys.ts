import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placeholders } from "@an-sinh/subgraph-kit/database/placeholders";
import Libsql from "libsql";

/** How many of the entries are kept in memory, in KiB. */
const cacheKib = 16_384;
const entriesPerStatement = 500;

/**
 * Remembers the keys and unique values of a file's rows, each with its line. They are in a temporary database in a
 * folder that only this user can open, so that memory stays constant however long the file is.
 */
export class SeenKeys implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), "an-sinh-keys-"));
  readonly #database = new Libsql(join(this.#folder, "keys.sqlite"));
  readonly #statements = new Map<string, Libsql.Statement>();

  constructor() {
    this.#database.exec(
      `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -${cacheKib};
       CREATE TABLE seen (entry TEXT PRIMARY KEY, line INTEGER NOT NULL) WITHOUT ROWID;
       BEGIN`,
    );
    // Keys may be personal data, and the process may be killed. A file that is deleted while it is open vanishes
    // with the process. Windows does not allow that.
    if (process.platform !== "win32") this.#removeFolder();
  }

  /** The lines of those entries that were added before. */
  find(entries: readonly string[]): Map<string, number> {
    const found = new Map<string, number>();
    for (let start = 0; start < entries.length; start += entriesPerStatement) {
      const part = entries.slice(start, start + entriesPerStatement);
      const sql = `SELECT entry, line FROM seen WHERE entry IN (${placeholders(part.length)})`;
      const rows = this.#prepare(sql).all(...part) as { entry: string; line: number }[];
      for (const { entry, line } of rows) found.set(entry, line);
    }
    return found;
  }

  /** Adds entries. One that was added before keeps its line. */
  add(entries: readonly (readonly [entry: string, line: number])[]): void {
    for (let start = 0; start < entries.length; start += entriesPerStatement) {
      const part = entries.slice(start, start + entriesPerStatement);
      const tuples = part.map(() => "(?, ?)").join(", ");
      this.#prepare(`INSERT OR IGNORE INTO seen VALUES ${tuples}`).run(...part.flat());
    }
  }

  /** Statements differ only in the number of entries, of which a long file has few: they are prepared once. */
  #prepare(sql: string): Libsql.Statement {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  [Symbol.dispose](): void {
    this.#database.close();
    this.#removeFolder();
  }

  #removeFolder(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
