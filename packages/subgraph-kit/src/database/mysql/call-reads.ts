import { ClientError } from "@an-sinh/server/errors";
import type { Database, ReadResult } from "../database.js";
import type { MysqlReader } from "./mysql-reader.js";
import type { Replica } from "./replica.js";

/**
 * The reads of one call. All go to one replica. Where that fails, the rest goes to the primary, which is never older: an
 * answer does not go back in time.
 */
export class CallReads {
  constructor(
    private readonly primary: MysqlReader,
    /** Undefined: the primary is read. */
    private replica: Replica | undefined,
  ) {}

  readonly read: Database["read"] = async (sql, values, signal) => {
    const { replica, primary } = this;
    if (!replica) return primary.read(sql, values, signal);
    try {
      return await replica.reader.read(sql, values, signal);
    } catch (error) {
      // What took too long there would take as long again.
      if (signal?.aborted || codeOf(error) === "DATABASE_TIMEOUT") throw error;
      this.replica = undefined;
      return this.readAgain(replica, error, primary.read(sql, values, signal));
    }
  };

  /** The statement is not at fault if the primary answers it: the replica lacks a table, a right or room on its disk. */
  private async readAgain(replica: Replica, error: unknown, again: Promise<ReadResult>): Promise<ReadResult> {
    const result = await again;
    if (codeOf(error) !== "DATABASE_UNAVAILABLE") replica.leaveOut();
    return result;
  }
}

const codeOf = (error: unknown) => (error instanceof ClientError ? error.extensions["code"] : undefined);
