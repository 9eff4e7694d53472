/** How far a server is: where its data is the same, so is this. */
export interface Position {
  /** It grows with each write. */
  readonly version: number;
  /** Random, another one for each version. */
  readonly token: string;
  /** A sum of the names of its migrations. */
  readonly migrations: number;
}

/** A version of the primary. */
interface Step extends Pick<Position, "version" | "token"> {
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
  note({ version, token, migrations }: Position, askedAt: number): void {
    const last = this.steps.at(-1);
    // It is not what it was: a replica became the primary, or a backup was restored. Others may have what it lost.
    const isOther = last && (version < last.version || (version === last.version && token !== last.token));
    if (isOther) this.steps.length = 0;
    if (!last || isOther) this.steps.push({ version, token, after: -Infinity });
    else if (version > last.version) this.steps.push({ version, token, after: this.askedAt });
    this.migrations = migrations;
    this.askedAt = askedAt;
    while ((this.steps[1]?.after ?? askedAt) < askedAt - this.mostMs) this.steps.shift();
  }

  /** The primary answers, but does not tell where it is. After a while nobody knows how far others are behind. */
  miss(now: number): void {
    if (now - this.askedAt > this.mostMs) this.steps.length = 0;
  }

  /** Whether the primary did not have this version later than at this time. A server that had it is no replica of it. */
  lacked(version: number, at: number): boolean {
    const last = this.steps.at(-1);
    return last !== undefined && version > last.version && this.askedAt > at;
  }

  /** A server that is here lacks nothing that was stored longer ago, in milliseconds. Infinity: nobody knows. */
  lagOf({ version, token, migrations }: Position, now: number): number {
    if (this.steps.length === 0 || migrations !== this.migrations) return Infinity;
    const same = this.steps.find((step) => step.version === version);
    if (same && same.token !== token) return Infinity;
    const lacking = this.steps.find((step) => step.version > version);
    return lacking ? now - lacking.after : 0;
  }
}
