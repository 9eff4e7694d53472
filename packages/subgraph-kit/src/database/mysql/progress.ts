/** How far a server is: it grows with each write, and with each migration. */
export interface Position {
  readonly version: number;
  readonly migrations: number;
}

/** A version of the primary. */
interface Step {
  readonly version: number;
  /** The primary did not have it yet at this time, as `performance.now()` counts. */
  readonly after: number;
}

/** What the primary has come to lately, by which it is told how far a replica is behind. */
export class Progress {
  private readonly steps: Step[] = [];
  private migrations = 0;
  private askedAt = -Infinity;

  constructor(
    /** Of those that are further behind nobody asks how far. */
    private readonly mostMs: number,
  ) {}

  /** The primary is here. It was asked at this time. */
  note({ version, migrations }: Position, askedAt: number): void {
    const last = this.steps.at(-1);
    // It has less than before: a replica became the primary, or a backup was restored. Others may have what it lost.
    const isBack = last !== undefined && version < last.version;
    if (isBack) this.steps.length = 0;
    if (!last || isBack) this.steps.push({ version, after: -Infinity });
    else if (version > last.version) this.steps.push({ version, after: this.askedAt });
    this.migrations = migrations;
    this.askedAt = askedAt;
    while ((this.steps[1]?.after ?? askedAt) < askedAt - this.mostMs) this.steps.shift();
  }

  /** A server that is here lacks nothing that was stored longer ago, in milliseconds. Infinity: nobody knows. */
  lagOf({ version, migrations }: Position, now: number): number {
    if (this.steps.length === 0 || migrations !== this.migrations) return Infinity;
    const lacking = this.steps.find((step) => step.version > version);
    return lacking ? now - lacking.after : 0;
  }
}
