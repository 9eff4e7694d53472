import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ReadResult } from "./database.js";

export interface ThreadOptions {
  readonly file: string;
  /** How long a statement waits for a lock. */
  readonly timeoutMs: number;
  readonly pragmas: readonly string[];
  /** A statement that gives more rows is an error. */
  readonly maximumRows: number;
}

type Answer = { readonly result: ReadResult } | { readonly problem: string; readonly code?: string };

/** Where its code is, seen from src/database/ and from dist/database/. */
const code = new URL("../../sqlite-thread.mjs", import.meta.url);

interface Job {
  resolve(result: ReadResult): void;
  reject(error: Error): void;
}

/** A thread with a connection of its own to a SQLite file. */
export class SqliteThread {
  private readonly worker: Worker;
  private job: Job | undefined;
  private statements = 0;

  /** `onEnd` is called when it ends, by itself or closed. Then its statement fails. */
  constructor(options: ThreadOptions, onEnd: () => void) {
    this.worker = new Worker(code, { workerData: options });
    let problem = "A thread that reads a database has ended.";
    this.worker.on("message", (answer: Answer) => this.settle(answer));
    this.worker.on("error", (error) => (problem = error.message));
    this.worker.on("exit", () => {
      onEnd();
      this.settle({ problem });
    });
  }

  get isBusy(): boolean {
    return this.job !== undefined;
  }

  /** It reads one statement at a time, and ends it when the signal fires. */
  read(sql: string, values: readonly unknown[], signal: AbortSignal): Promise<ReadResult> {
    this.statements += 1;
    const number = this.statements;
    const interrupt = () => this.worker.postMessage({ interrupt: number });
    signal.addEventListener("abort", interrupt, { once: true });
    return new Promise<ReadResult>((resolve, reject) => {
      this.job = { resolve, reject };
      this.worker.postMessage({ number, sql, values });
    }).finally(() => signal.removeEventListener("abort", interrupt));
  }

  /**
   * Lets its statement end first. libsql 0.5.29 aborts the process where a thread is terminated within a statement:
   * packages/subgraph-kit/test/sqlite-threads.test.ts.
   */
  async close(): Promise<void> {
    const ended = once(this.worker, "exit");
    this.worker.postMessage(null);
    await ended;
  }

  private settle(answer: Answer): void {
    const { job } = this;
    this.job = undefined;
    if ("result" in answer) job?.resolve(answer.result);
    else job?.reject(Object.assign(new Error(answer.problem), { code: answer.code }));
  }
}
