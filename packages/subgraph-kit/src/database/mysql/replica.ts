import type { Logger } from "@an-sinh/server/logger";
import type { ConnectionSettings } from "../connection-settings.js";
import type { ReplicaStanding, ReplicaState } from "../database-state.js";
import { isRefused, isUnanswered, nameOfError } from "./failures.js";
import type { MysqlReader } from "./mysql-reader.js";
import type { Progress } from "./progress.js";

interface Options extends Pick<ConnectionSettings, "replicaLagMs" | "replicaCheckMs"> {
  /** For the log, without a password. */
  readonly name: string;
  readonly logger?: Pick<Logger, "warn"> | undefined;
}

/** A replica that failed is left alone for so many checks. */
const checksOfPause = 10;

/** A server that has the data of the primary a little later. It is read while it is known to be near enough. */
export class Replica {
  private judged: ReplicaStanding = "unreachable";
  private judgedSince = Date.now();
  /** The last state in the log. */
  private told: ReplicaStanding = "reachable";
  private lagMs = Infinity;
  private pausedUntil = -Infinity;
  /** The version that it had at the check before, and when. */
  private seen = { version: 0, at: Infinity };

  constructor(
    readonly reader: MysqlReader,
    private readonly progress: Progress,
    private readonly options: Options,
  ) {}

  get isRead(): boolean {
    return this.judged === "reachable" && this.reader.isReachable;
  }

  /** Asks it how far it is. */
  async check(): Promise<void> {
    try {
      const position = await this.reader.position();
      this.reader.setReachable(true);
      const now = performance.now();
      const { version, at } = this.seen;
      this.lagMs = this.progress.lacked(version, at) ? Infinity : this.progress.lagOf(position, now);
      this.seen = { version: position.version, at: now };
      if (now >= this.pausedUntil)
        this.judge(this.lagMs <= this.options.replicaLagMs ? "reachable" : "behind");
    } catch (error) {
      this.lagMs = Infinity;
      const isGone = isUnanswered(error);
      if (isGone) this.reader.setReachable(false);
      this.judge(isGone ? "unreachable" : isRefused(error) ? "refused" : "failing", messageOf(error));
    }
  }

  /** It failed with a statement that the primary answered. */
  leaveOut(error: unknown): void {
    this.pausedUntil = performance.now() + checksOfPause * this.options.replicaCheckMs;
    this.judge("failing", nameOfError(error));
  }

  state(): ReplicaState {
    const server = this.reader.state();
    const lagMs = Number.isFinite(this.lagMs) ? this.lagMs : null;
    // A read may have found out since the last check. Whoever is refused reaches the server.
    return server.isReachable || this.judged === "refused"
      ? { ...server, standing: this.judged, since: this.judgedSince, lagMs }
      : { ...server, standing: "unreachable", lagMs: null };
  }

  private judge(standing: ReplicaStanding, reason?: string): void {
    if (reason !== undefined || standing === "reachable") this.tell(standing, reason);
    if (standing === this.judged) return;
    this.judged = standing;
    this.judgedSince = Date.now();
  }

  /** Says once why it is not read, and when it is read again. */
  private tell(state: ReplicaStanding, reason: string | undefined): void {
    if (state === this.told) return;
    this.told = state;
    const { logger, name: replica } = this.options;
    if (reason === undefined) logger?.warn({ replica }, "A replica is read again");
    else logger?.warn({ replica, state, reason }, "A replica is not read");
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
