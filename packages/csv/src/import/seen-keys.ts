import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placeholders } from "@an-sinh/subgraph-kit/database/placeholders";
import Libsql from "libsql";

/** How much of the keys is kept in memory, in KiB. */
const cacheKib = 16_384;
const rowsPerStatement = 500;

/**
 * Remembers the keys of a file and their lines, in a temporary database in a folder that only this user can
 * open: memory stays constant however long the file is.
 */
export class SeenKeys implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), "an-sinh-keys-"));
  readonly #database = new Libsql(join(this.#folder, "keys.sqlite"));
  readonly #statements = new Map<string, Libsql.Statement>();

  constructor() {
    this.#database.exec(
      `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -${cacheKib};
       CREATE TABLE seen (name TEXT PRIMARY KEY, line INTEGER NOT NULL) WITHOUT ROWID;
       BEGIN`,
    );
    // Keys may be personal data, and a process may be killed: an open file that has no name vanishes with it.
    if (process.platform !== "win32") this.#remove();
  }

  /** The line of each of the keys that was added before. */
  find(keys: readonly string[]): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (let start = 0; start < keys.length; start += rowsPerStatement) {
      const part = keys.slice(start, start + rowsPerStatement);
      const sql = `SELECT name, line FROM seen WHERE name IN (${placeholders(part.length)})`;
      const rows = this.#prepare(sql).all(...part);
      for (const { name, line } of rows as { name: string; line: number }[]) found.set(name, line);
    }
    return found;
  }

  /** Adds keys; those that are there keep their line. */
  add(keys: readonly (readonly [key: string, line: number])[]): void {
    for (let start = 0; start < keys.length; start += rowsPerStatement) {
      const part = keys.slice(start, start + rowsPerStatement);
      const values = part.map(() => "(?, ?)").join(", ");
      this.#prepare(`INSERT OR IGNORE INTO seen VALUES ${values}`).run(...part.flat());
    }
  }

  /** A file of any length needs at most two statements for each length of a part. */
  #prepare(sql: string): Libsql.Statement {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  [Symbol.dispose](): void {
    this.#database.close();
    this.#remove();
  }

  #remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
