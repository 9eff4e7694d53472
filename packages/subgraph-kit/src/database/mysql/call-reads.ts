import { ClientError } from "@an-sinh/server/errors";
import type { Database, ReadResult } from "../database.js";
import type { MysqlReader } from "./mysql-reader.js";
import type { Replica } from "./replica.js";

type ReadParameters = Parameters<Database["read"]>;

/** Gives a replica that is in use, but none of these. */
type FindReplica = (failed: ReadonlySet<Replica>) => Replica | undefined;

/**
 * The reads of one call. All go to one replica. Where that fails, the rest goes to the primary, which is never older: an
 * answer does not go back in time. Where the primary cannot be reached, and nothing was read yet, another replica takes over.
 */
export class CallReads {
  private hasRead = false;
  private failed: Set<Replica> | undefined;

  constructor(
    private readonly primary: MysqlReader,
    /** Undefined: the primary is read. */
    private replica: Replica | undefined,
    private readonly findReplica: FindReplica,
  ) {}

  readonly read: Database["read"] = async (...asked) => {
    const { replica } = this;
    if (!replica) return this.readPrimary(asked);
    let result: ReadResult;
    try {
      result = await replica.reader.read(...asked);
    } catch (error) {
      if (isFinal(error, asked)) throw error;
      return this.readElsewhere(replica, error, asked);
    }
    // Another replica has taken over meanwhile, which may be older.
    if (this.replica && this.replica !== replica) return this.read(...asked);
    this.hasRead = true;
    return result;
  };

  /** The statement is not at fault if another server answers it: the replica lacks a table, a right or room on its disk. */
  private async readElsewhere(replica: Replica, error: unknown, asked: ReadParameters): Promise<ReadResult> {
    (this.failed ??= new Set()).add(replica);
    if (this.replica === replica) this.replica = undefined;
    const isLost = !this.primary.isReachable && this.takeOver();
    const result = await (isLost ? this.read(...asked) : this.readPrimary(asked));
    if (codeOf(error) !== "DATABASE_UNAVAILABLE") replica.leaveOut(error);
    return result;
  }

  private async readPrimary(asked: ReadParameters): Promise<ReadResult> {
    let result: ReadResult;
    try {
      result = await this.primary.read(...asked);
    } catch (error) {
      if (isFinal(error, asked) || codeOf(error) !== "DATABASE_UNAVAILABLE" || !this.takeOver()) throw error;
      return this.read(...asked);
    }
    this.replica = undefined;
    this.hasRead = true;
    return result;
  }

  /** Whether there is another replica to go on with. */
  private takeOver(): boolean {
    if (!this.replica && !this.hasRead) this.replica = this.findReplica((this.failed ??= new Set()));
    return this.replica !== undefined;
  }
}

/** What took too long would take as long again elsewhere. */
const isFinal = (error: unknown, [, , signal]: ReadParameters) =>
  signal?.aborted || codeOf(error) === "DATABASE_TIMEOUT";

const codeOf = (error: unknown) => (error instanceof ClientError ? error.extensions["code"] : undefined);
