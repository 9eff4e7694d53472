import { Semaphore } from "async-mutex";
import type { ReadResult } from "./database.js";
import { checkBound } from "./checked-libsql.js";
import type { DatabaseState } from "./database-state.js";
import { OpenFile } from "./open-file.js";
import { SqliteThread, type ThreadOptions } from "./sqlite-thread.js";
import { tooManyWait } from "./too-many-wait.js";

const mostThreads = 2;
/** How many statements may run or wait for a thread. */
const mostStatements = 200;

/**
 * Threads that read a SQLite file: SQLite runs a statement on the thread of its caller, where all requests would wait
 * for it. A thread starts when one is needed and none is free.
 */
export class SqliteThreads {
  private readonly turns = new Semaphore(mostThreads);
  private readonly threads = new Set<SqliteThread>();
  private statements = 0;
  private isClosed = false;

  constructor(
    private readonly options: ThreadOptions,
    private readonly file = new OpenFile(options.file),
  ) {}

  /** How many threads read and how many rest, and how many statements wait for one. */
  get use(): Pick<DatabaseState, "inUse" | "idle" | "waiting"> {
    const inUse = [...this.threads].filter(({ isBusy }) => isBusy).length;
    return { inUse, idle: this.threads.size - inUse, waiting: this.statements - inUse };
  }

  /** A statement whose signal fires before its turn does not begin. One that has begun is ended. */
  async read(sql: string, values: readonly unknown[], signal: AbortSignal): Promise<ReadResult> {
    checkBound(values);
    if (this.statements === mostStatements) throw tooManyWait();
    this.file.expectForRead();
    this.statements += 1;
    try {
      return await this.turns.runExclusive(() => {
        signal.throwIfAborted();
        return this.freeThread().read(sql, values, signal);
      });
    } catch (error) {
      signal.throwIfAborted();
      throw this.file.readFailure(error);
    } finally {
      this.statements -= 1;
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.threads].map((thread) => thread.close()));
  }

  private freeThread(): SqliteThread {
    if (this.isClosed) throw new Error("Expected an open database, but it is closed.");
    const free = [...this.threads].find((thread) => !thread.isBusy);
    if (free) return free;
    this.file.expectToOpen();
    const started = new SqliteThread(this.options, () => this.threads.delete(started));
    this.threads.add(started);
    return started;
  }
}
