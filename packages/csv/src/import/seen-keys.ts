import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";

/** The last entries are in memory, as many as this. Ten million lines have more than fit there. */
const mostInMemory = 100_000;
/** How many of the others are kept in memory, in KiB. */
const cacheKib = 16_384;
const entriesPerStatement = 500;

/** Remembers the keys and unique values of a file's rows, each with its line. Memory stays constant. */
export class SeenKeys implements Disposable {
  #last = new Map<string, number>();
  #earlier: EarlierKeys | undefined;

  /** The lines of those entries that were added before. */
  find(entries: Iterable<string>): Map<string, number> {
    const found = new Map<string, number>();
    const others: string[] = [];
    for (const entry of entries) {
      const line = this.#last.get(entry);
      if (line === undefined) others.push(entry);
      else found.set(entry, line);
    }
    this.#earlier?.find(others, found);
    return found;
  }

  /** Adds entries of a line. */
  add(entries: readonly string[], line: number): void {
    for (const entry of entries) this.#last.set(entry, line);
    if (this.#last.size < mostInMemory) return;
    this.#earlier ??= new EarlierKeys();
    this.#earlier.add([...this.#last]);
    this.#last = new Map();
  }

  [Symbol.dispose](): void {
    this.#earlier?.close();
  }
}

/** Entries in a temporary database, in a folder that only this user can open. */
class EarlierKeys {
  readonly #folder = mkdtempSync(join(tmpdir(), "an-sinh-keys-"));
  readonly #database = new Libsql(join(this.#folder, "keys.sqlite"));
  readonly #find: Libsql.Statement;
  readonly #statements = new Map<number, Libsql.Statement>();

  constructor() {
    this.#database.exec(
      `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -${cacheKib};
       CREATE TABLE seen (entry TEXT PRIMARY KEY, line INTEGER NOT NULL) WITHOUT ROWID;
       BEGIN`,
    );
    this.#find = this.#database.prepare(
      "SELECT entry, line FROM seen WHERE entry IN (SELECT value FROM json_each(?))",
    );
    // Keys may be personal data, and the process may be killed. A file that is deleted while it is open vanishes
    // with the process. Windows does not allow that.
    if (process.platform !== "win32") this.#removeFolder();
  }

  find(entries: readonly string[], found: Map<string, number>): void {
    const rows = this.#find.all(JSON.stringify(entries)) as { entry: string; line: number }[];
    for (const { entry, line } of rows) found.set(entry, line);
  }

  /** Those in order go into the same pages, one after the other. */
  add(entries: readonly (readonly [entry: string, line: number])[]): void {
    const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (let start = 0; start < sorted.length; start += entriesPerStatement) {
      const part = sorted.slice(start, start + entriesPerStatement);
      this.#insert(part.length).run(part.flat());
    }
  }

  #insert(count: number): Libsql.Statement {
    const tuples = Array.from({ length: count }, () => "(?, ?)").join(", ");
    const statement =
      this.#statements.get(count) ?? this.#database.prepare(`INSERT OR IGNORE INTO seen VALUES ${tuples}`);
    this.#statements.set(count, statement);
    return statement;
  }

  close(): void {
    this.#database.close();
    this.#removeFolder();
  }

  #removeFolder(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
