import { setTimeout as sleep } from "node:timers/promises";
import type { PoolConnection } from "mysql2";
import { QueryFailedError, type DataSource, type EntityManager, type QueryRunner } from "typeorm";
import { runTransaction } from "../before-commit.js";
import { OutcomeUnknownError } from "../outcome-unknown-error.js";
import { serverNameSql, type ControlConnection } from "./control-connection.js";
import { isConnectionLost } from "./failures.js";
import { cutOff } from "./server-address.js";
import type { Watch } from "./watch.js";
import { WatchedWrite } from "./watched-write.js";

/** So long a stopped transaction lets the server end its statement. Then its connection is closed. */
const mostEndingMs = 200;

/** MySQL 8 takes no longer name of a lock. */
const mostLockName = 64;

interface Turn {
  /** The name of the lock: one process at a time does work of this kind. */
  readonly name: string;
  readonly seconds: number;
  readonly signal?: AbortSignal | undefined;
}

/** Writes into a database on a server. Writers take turns, as they do on SQLite. */
export class MysqlWriter {
  /** Which server a connection leads to, which never changes. */
  private readonly servers = new WeakMap<PoolConnection, string>();

  constructor(
    private readonly source: DataSource,
    private readonly control: ControlConnection,
    private readonly watch: Watch,
  ) {}

  /** Does work that one process at a time may do. When the signal fires, its connection is closed. */
  async inTurn<Result>(
    { name, seconds, signal }: Turn,
    work: (runner: QueryRunner) => Promise<Result>,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const runner = this.source.createQueryRunner();
    try {
      const connection = (await runner.connect()) as PoolConnection;
      const server = await this.serverOf(connection, runner);
      return await this.watching(new WatchedWrite(connection, server), signal, async () => {
        const lock = `${String(this.source.options.database)}.${name}`.slice(-mostLockName);
        await takeLock(runner, lock, seconds);
        // A connection that is lost has released the lock. Why it is lost is the error of the work.
        const releaseLock = () => runner.query("SELECT RELEASE_LOCK(?)", [lock]).catch(() => undefined);
        return work(runner).finally(releaseLock);
      });
    } finally {
      await runner.release();
    }
  }

  private async serverOf(connection: PoolConnection, runner: QueryRunner): Promise<string> {
    const known = this.servers.get(connection);
    if (known !== undefined) return known;
    const [row] = await runner.query(serverNameSql);
    const server = String(row?.server);
    this.servers.set(connection, server);
    return server;
  }

  /** Does work on a connection that is watched. When the signal fires, the connection is closed before others get it. */
  private async watching<Result>(
    watched: WatchedWrite,
    signal: AbortSignal | undefined,
    work: () => Promise<Result>,
  ): Promise<Result> {
    let ending: Promise<void> | undefined;
    const stop = () => {
      ending = this.end(watched);
    };
    this.watch.add(watched);
    signal?.addEventListener("abort", stop, { once: true });
    try {
      signal?.throwIfAborted();
      return await work();
    } finally {
      signal?.removeEventListener("abort", stop);
      await ending;
      if (ending) watched.connection.destroy();
      this.watch.remove(watched);
      watched.stop();
    }
  }

  /** Does work in a transaction of the runner. */
  async transact<Result>(
    runner: QueryRunner,
    work: (manager: EntityManager) => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    let isCommitting = false;
    try {
      return await runner.manager.transaction(async (manager) => {
        const result = await runTransaction(manager, work);
        signal?.throwIfAborted();
        isCommitting = true;
        return result;
      });
    } catch (error) {
      if (isCommitting && isConnectionLost(driverErrorOf(error))) throw new OutcomeUnknownError(error);
      if (!isCommitting) signal?.throwIfAborted();
      throw error;
    }
  }

  private async end({ connection, server }: WatchedWrite): Promise<void> {
    const killed = this.control.kill("CONNECTION", connection.threadId, server ?? "");
    await Promise.race([killed, sleep(mostEndingMs)]);
    cutOff(connection, new Error("The transaction was stopped."));
  }
}

async function takeLock(runner: QueryRunner, lock: string, seconds: number): Promise<void> {
  const [row] = await runner.query("SELECT GET_LOCK(?, ?) AS locked", [lock, seconds]);
  if (Number(row?.locked) === 1) return;
  throw new Error(`Another process has held ${lock} for ${seconds} seconds. Try again later.`);
}

const driverErrorOf = (error: unknown): unknown =>
  error instanceof QueryFailedError ? error.driverError : error;
