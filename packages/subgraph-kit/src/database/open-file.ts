import { statSync } from "node:fs";
import type { ServerState } from "./database-state.js";
import { failureOfFile, moved, problemOfFile, readFailure, writeFailure } from "./sqlite-failures.js";

/** So often a read looks whether the file is there. */
const everyMs = 1_000;

/**
 * A SQLite file that is open. SQLite goes on with a file that was removed or replaced, as nobody else sees it: reads would
 * give what is no longer so, and what is written would be lost.
 */
export class OpenFile {
  readonly #file: string;
  readonly #identity: string | undefined;
  #isThere = true;
  #since = Date.now();
  #lookedAt = performance.now();

  constructor(file: string) {
    this.#file = file;
    this.#identity = identityOf(file);
  }

  get state(): Pick<ServerState, "isReachable" | "since"> {
    this.#look();
    return { isReachable: this.#isThere, since: this.#since };
  }

  /** Throws where the file is known to be gone. It looks once in a while. */
  expectForRead(): void {
    if (performance.now() - this.#lookedAt >= everyMs) this.#look();
    if (!this.#isThere) throw failureOfFile(this.#file, moved);
  }

  /** Looks now: what opens a file that is gone makes a new one. */
  expectToOpen(): void {
    this.#look();
    this.expectForRead();
  }

  /** The error of a read, as it is told. */
  readFailure(error: unknown): unknown {
    return readFailure(this.#file, error);
  }

  async write<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#look();
    if (!this.#isThere) throw problemOfFile(this.#file, moved);
    try {
      return await work();
    } catch (error) {
      throw writeFailure(this.#file, error);
    }
  }

  #look(): void {
    this.#lookedAt = performance.now();
    const isThere = identityOf(this.#file) === this.#identity;
    if (isThere === this.#isThere) return;
    this.#isThere = isThere;
    this.#since = Date.now();
  }
}

/** Undefined: there is no such file, or nobody can tell, as where its folder may not be read any more. */
function identityOf(file: string): string | undefined {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}
