import type { Connection } from "mysql2";
import type { ConnectionSettings } from "../connection-settings.js";
import type { ControlConnection, Report } from "./control-connection.js";
import { isFull, silence } from "./failures.js";
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

/**
 * Looks after the connections to a server. One that says nothing for a while may be busy, or deaf: a firewall has
 * forgotten it, or the server has. The server is asked over another connection whether it runs a statement for it.
 */
export class Watch {
  private readonly watched = new Set<Watched>();
  /** What the server said the last time that it runs nothing for. An answer may be on its way then. */
  private suspects: ReadonlyMap<Watched, number> = new Map();
  private timer: NodeJS.Timeout | undefined;
  private askedAt = -Infinity;
  private isAsking = false;
  private isStopped = false;

  constructor(
    private readonly control: ControlConnection,
    private readonly reachability: Reachability,
    private readonly settings: Pick<ConnectionSettings, "silenceMs" | "checkMs">,
    /** Called when the server does not answer, or answers again without the connections of before. */
    private readonly onServerGone: () => void,
  ) {}

  /** Asks the server at once, so that the connection for it is there when a statement has to be ended. */
  start(): void {
    this.timer = setInterval(() => void this.look(), Math.ceil(this.settings.silenceMs / 2)).unref();
    void this.look();
  }

  add(watched: Watched): void {
    this.watched.add(watched);
  }

  remove(watched: Watched): void {
    this.watched.delete(watched);
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    if (this.isAsking) return;
    const now = performance.now();
    const late = this.lateOnes(now);
    if (late.length === 0 && now - this.askedAt < this.settings.checkMs) return;
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

  /** Those that are late, and are waited for even after they were told so. */
  private lateOnes(now: number): readonly Watched[] {
    const late = [...this.watched].filter(
      ({ waitingSince }) => waitingSince !== null && now - waitingSince >= this.settings.silenceMs,
    );
    for (const each of late) each.onLate?.(now - (each.waitingSince ?? now));
    return late.filter((each) => this.watched.has(each));
  }

  /** One that is idle at the server twice, while the same answer is waited for, is deaf. */
  private judge(late: readonly Watched[], { server, running }: Report): void {
    const suspects = new Map<Watched, number>();
    for (const each of late) {
      const { waitingSince } = each;
      // It may have been answered meanwhile, and has no connection then.
      if (waitingSince === null || !this.watched.has(each)) continue;
      if (each.server !== undefined && each.server !== server) continue;
      if (running.has(each.connection.threadId)) continue;
      if (this.suspects.get(each) === waitingSince) this.lose(each);
      else suspects.set(each, waitingSince);
    }
    this.suspects = suspects;
  }

  private lose(watched: Watched): void {
    this.onServerGone();
    watched.onGone(silence());
  }

  /** A server that takes no more connections is there. */
  private blame(late: readonly Watched[], error: Error): void {
    if (this.isStopped || isFull(error)) return;
    this.reachability.set(false);
    this.onServerGone();
    for (const each of late) if (each.waitingSince !== null && this.watched.has(each)) each.onGone(error);
  }
}
