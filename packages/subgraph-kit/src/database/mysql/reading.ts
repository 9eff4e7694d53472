import type { PoolConnection } from "mysql2";
import type { ReadResult, Statement } from "../database.js";
import { tooManyWait } from "../too-many-wait.js";
import type { ControlConnection } from "./control-connection.js";
import { failureOf, isLockWait, type Failure, tookTooLong, unavailable } from "./failures.js";
import type { ReadConnections } from "./read-connections.js";
import type { ReadTurns } from "./read-turns.js";
import { runStatement, skipStatement, type Handed } from "./run-statement.js";
import type { TableUse } from "./table-use.js";
import type { Watch, Watched } from "./watch.js";

/** After so long the server is told again to end a statement, then after twice as long. */
const firstKillMs = 10;

/** What all readings of a database share. */
export interface ReadingParts {
  readonly connections: ReadConnections;
  readonly turns: ReadTurns;
  readonly control: ControlConnection;
  readonly watch: Watch;
  /** How long a statement may run before it is ended, also where the server does not end it by itself. */
  readonly mostMs: number;
}

interface Outcome {
  resolve(result: ReadResult): void;
  reject(error: unknown): void;
}

/**
 * The way of one statement that reads: it waits for its turn, gets a connection, and is asked once more on a new one where
 * that connection is lost. When its signal fires, nobody waits any more, and the server is told to end it.
 */
export class Reading implements Watched {
  waitingSince: number | null = null;
  private held: PoolConnection | undefined;
  private handed: Handed | undefined;
  private isSettled = false;
  private isSecond = false;
  private isKilling = false;
  private killAgainMs = firstKillMs;
  private leaveQueue: (() => void) | undefined;

  constructor(
    private readonly parts: ReadingParts,
    private readonly statement: Statement,
    private readonly tables: readonly TableUse[],
    private readonly signal: AbortSignal | undefined,
    private outcome: Outcome | undefined,
  ) {}

  begin(): void {
    const { turns } = this.parts;
    this.signal?.addEventListener("abort", this.abandon, { once: true });
    if (turns.take(this.tables)) return this.connect();
    const leave = turns.wait(this.tables, () => {
      this.leaveQueue = undefined;
      this.connect();
    });
    if (leave) this.leaveQueue = leave;
    else this.settle(tooManyWait());
  }

  get connection(): PoolConnection {
    if (!this.held) throw new Error("Expected a connection.");
    return this.held;
  }

  get server(): string | undefined {
    return this.held && this.parts.connections.serverOf(this.held);
  }

  onLate(waitedMs: number): void {
    if (this.isSettled) this.give(true);
    else if (waitedMs > this.parts.mostMs) {
      this.waitingSince = performance.now();
      this.end();
      this.settle(tookTooLong("The server did not end it by itself."));
    }
  }

  onGone(error: Error): void {
    this.failed(error, "lost");
  }

  private connect(): void {
    this.parts.connections.acquire((error, connection) => {
      if (connection) this.ask(connection);
      else {
        this.parts.turns.give(this.tables);
        this.settle(unavailable(error));
      }
    });
  }

  private ask(connection: PoolConnection): void {
    this.held = connection;
    if (this.isSettled) return this.give(false);
    this.waitingSince = performance.now();
    this.parts.watch.add(this);
    this.handed = runStatement(connection, this.statement, (error, result) =>
      this.answered(connection, error, result),
    );
  }

  private answered(connection: PoolConnection, error: unknown, result: ReadResult | undefined): void {
    // It was given up, and another one asked.
    if (connection !== this.held || this.waitingSince === null) return;
    this.waitingSince = null;
    if (this.isSettled) this.give(failureOf(error) === "lost");
    else if (result) {
      this.parts.turns.foundFree(this.tables);
      this.give(false);
      this.settle(null, result);
    } else this.failed(error, failureOf(error));
  }

  private failed(error: unknown, failure: Failure): void {
    if (isLockWait(error)) this.parts.turns.foundLocked(this.tables);
    this.release(failure === "lost");
    const isHopeless = this.isSecond || !this.parts.connections.isReachable;
    if (this.isSettled || failure === "late" || failure === "wrong" || isHopeless) {
      this.parts.turns.give(this.tables);
      this.settle(failure === "wrong" ? error : failure === "late" ? tookTooLong(error) : unavailable(error));
      return;
    }
    this.isSecond = true;
    // Those that wait for their next statement were opened before, and may be lost too.
    if (failure === "lost") this.parts.connections.discardIdle();
    this.connect();
  }

  private readonly abandon = (): void => {
    if (this.isSettled) return;
    this.settle(this.signal?.reason);
    if (this.leaveQueue) this.leaveQueue();
    else if (this.waitingSince !== null) {
      this.waitingSince = performance.now();
      this.end();
    }
  };

  /**
   * Has the server end the statement. The connection is free once both have answered. A statement that the server has
   * not begun yet is not ended by that, so it is told again until it answers.
   */
  private end(): void {
    const { server, held } = this;
    if (!held || this.waitingSince === null) return;
    if (this.handed) skipStatement(this.handed);
    this.isKilling = true;
    void this.parts.control.kill("QUERY", held.threadId, server).then(() => {
      this.isKilling = false;
      if (this.waitingSince === null) return this.give(false);
      setTimeout(() => this.end(), this.killAgainMs).unref();
      this.killAgainMs *= 2;
    });
  }

  /** Gives the connection and the turn back. A kill that is under way must not hit the next statement. */
  private give(isLost: boolean): void {
    if (this.isKilling && !isLost) return;
    if (this.release(isLost)) this.parts.turns.give(this.tables);
  }

  private release(isLost: boolean): boolean {
    const { held, parts } = this;
    if (!held) return false;
    this.held = undefined;
    this.waitingSince = null;
    parts.watch.remove(this);
    if (isLost) parts.connections.discard(held);
    else parts.connections.release(held);
    return true;
  }

  private settle(error: unknown, result?: ReadResult): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.signal?.removeEventListener("abort", this.abandon);
    const { outcome } = this;
    // A signal's removed listeners refer to each other, and so to this: without it, the rows would live with them.
    this.outcome = undefined;
    if (result) outcome?.resolve(result);
    else outcome?.reject(error);
  }
}
