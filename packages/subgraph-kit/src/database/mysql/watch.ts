import type { Connection } from "mysql2";
import type { ControlConnection, Report } from "./control-connection.js";
import { isFull } from "./failures.js";
import type { Reachability } from "./reachability.js";

/** A connection that is waited for. */
export interface Watched {
  readonly connection: Pick<Connection, "threadId">;
  /** Which server it is connected to. Undefined: not known yet. */
  readonly server: string | undefined;
  /** Since when its answer has been waited for, as `performance.now()` counts. Null: nothing is waited for. */
  readonly waitingSince: number | null;
  /** Called while an answer is late, before the server is asked about it. */
  onLate?(waitedMs: number): void;
  /** The connection, or the whole server, is gone. */
  onGone(error: Error): void;
}

/** A server that has not been asked for so long is asked whether it is there. */
const pauseMs = 5_000;

/**
 * Looks after the connections to a server. One that says nothing for a while may be busy, or deaf: a firewall has
 * forgotten it, or the server has. The server is asked over another connection whether it runs a statement for it.
 */
export class Watch {
  private readonly watched = new Set<Watched>();
  /** What the server said the last time that it runs nothing for. An answer may be on its way then. */
  private suspects: ReadonlyMap<Watched, number> = new Map();
  private timer: NodeJS.Timeout | undefined;
  private askedAt = performance.now();
  private isAsking = false;

  constructor(
    private readonly control: ControlConnection,
    private readonly reachability: Reachability,
    private readonly silenceMs: number,
    /** Called when the server does not answer, or answers again without the connections of before. */
    private readonly onServerGone: () => void,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => void this.look(), Math.ceil(this.silenceMs / 2)).unref();
  }

  add(watched: Watched): void {
    this.start();
    this.watched.add(watched);
  }

  remove(watched: Watched): void {
    this.watched.delete(watched);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const now = performance.now();
    const late = [...this.watched].filter(
      ({ waitingSince }) => waitingSince !== null && now - waitingSince >= this.silenceMs,
    );
    for (const each of late) each.onLate?.(now - (each.waitingSince ?? now));
    if (this.isAsking || (late.length === 0 && now - this.askedAt < pauseMs)) return;
    this.isAsking = true;
    try {
      this.judge(late, await this.control.report(late.map(({ connection }) => connection.threadId)));
      this.reachability.set(true);
    } catch (error) {
      this.blame(late, error as Error);
    } finally {
      this.isAsking = false;
      this.askedAt = performance.now();
    }
  }

  /** One that is idle at the server twice, while the same answer is waited for, is deaf. */
  private judge(late: readonly Watched[], { server, running }: Report): void {
    const suspects = new Map<Watched, number>();
    for (const each of late) {
      const { connection, waitingSince } = each;
      if (each.server !== undefined && each.server !== server) continue;
      if (waitingSince === null || !this.watched.has(each) || running.has(connection.threadId)) continue;
      if (this.suspects.get(each) === waitingSince) this.lose(each);
      else suspects.set(each, waitingSince);
    }
    this.suspects = suspects;
  }

  private lose(watched: Watched): void {
    this.onServerGone();
    watched.onGone(lost("The connection does not answer."));
  }

  /** A server that takes no more connections is there. */
  private blame(late: readonly Watched[], error: Error): void {
    if (isFull(error)) return;
    this.reachability.set(false);
    this.onServerGone();
    for (const each of late) if (each.waitingSince !== null && this.watched.has(each)) each.onGone(error);
  }
}

const lost = (message: string) => Object.assign(new Error(message), { code: "ETIMEDOUT" });
