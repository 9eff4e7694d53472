import type { ConnectionSettings } from "../connection-settings.js";
import type { ReplicaStanding, ReplicaState } from "../database-state.js";
import { isUnanswered } from "./failures.js";
import type { MysqlReader } from "./mysql-reader.js";
import type { Progress } from "./progress.js";

type Bounds = Pick<ConnectionSettings, "replicaLagMs" | "replicaCheckMs">;

/** A replica that failed is left alone for so many checks. */
const checksOfPause = 10;

/** A server that has the data of the primary a little later. It is read while it is known to be near enough. */
export class Replica {
  private judged: ReplicaStanding = "unreachable";
  private judgedSince = Date.now();
  private lagMs = Infinity;
  private pausedUntil = -Infinity;
  /** The version that it had at the check before, and when. */
  private seen = { version: 0, at: Infinity };

  constructor(
    readonly reader: MysqlReader,
    private readonly progress: Progress,
    private readonly bounds: Bounds,
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
        this.judge(this.lagMs <= this.bounds.replicaLagMs ? "reachable" : "behind");
    } catch (error) {
      this.lagMs = Infinity;
      const isGone = isUnanswered(error);
      if (isGone) this.reader.setReachable(false);
      this.judge(isGone ? "unreachable" : "failing");
    }
  }

  /** It failed with a statement that the primary answered. */
  leaveOut(): void {
    this.pausedUntil = performance.now() + checksOfPause * this.bounds.replicaCheckMs;
    this.judge("failing");
  }

  state(): ReplicaState {
    const server = this.reader.state();
    const lagMs = Number.isFinite(this.lagMs) ? this.lagMs : null;
    // A read may have found out since the last check.
    return server.isReachable
      ? { ...server, standing: this.judged, since: this.judgedSince, lagMs }
      : { ...server, standing: "unreachable", lagMs: null };
  }

  private judge(standing: ReplicaStanding): void {
    if (standing === this.judged) return;
    this.judged = standing;
    this.judgedSince = Date.now();
  }
}
