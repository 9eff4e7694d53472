import { createPool, type Pool, type PoolConnection, type RowDataPacket } from "mysql2";
import type { ConnectionSettings } from "../connection-settings.js";
import { serverNameSql } from "./control-connection.js";
import { isFull, silence } from "./failures.js";
import type { Reachability } from "./reachability.js";
import { cutOff, timeOptions, type ServerAddress, type Sockets } from "./server-address.js";

type Acquired = (error: Error | null, connection?: PoolConnection) => void;

/** The server keeps so many statements of each connection prepared: those that were run last. By default a server takes
 * 16,382 from all of its clients. */
const preparedOfConnection = 100;

interface Options {
  readonly address: ServerAddress;
  readonly sockets: Sockets;
  readonly settings: ConnectionSettings;
  readonly reachability: Reachability;
  /** Is sent first on each connection. A server may refuse it. */
  readonly greeting?: string | undefined;
}

/** The connections over which the statements of requests go. There are never more than there are turns. */
export class ReadConnections {
  private readonly pool: Pool;
  private readonly open = new Set<PoolConnection>();
  private readonly busy = new Set<PoolConnection>();
  private readonly servers = new WeakMap<PoolConnection, string>();
  /** Who waits for the outcome of the one attempt to reach a server that is gone. */
  private attempt: Acquired[] | undefined;
  /** Who waits for any connection, because the server takes no more of them. */
  private readonly refused: Acquired[] = [];

  constructor(private readonly options: Options) {
    const { address, sockets, settings } = options;
    this.pool = createPool({
      ...address,
      stream: sockets.stream,
      connectTimeout: settings.silenceMs,
      connectionLimit: settings.connections,
      maxPreparedStatements: preparedOfConnection,
      ...timeOptions,
      supportBigNumbers: true,
      bigNumberStrings: true,
      stringifyObjects: true,
    });
  }

  /** Whether the server answered when it was last asked. */
  get isReachable(): boolean {
    return this.options.reachability.isReachable;
  }

  get inUse(): number {
    return this.busy.size;
  }

  get idle(): number {
    return this.open.size - this.busy.size;
  }

  /** Which server answers on the connection: see `serverNameSql`. */
  serverOf(connection: PoolConnection): string | undefined {
    return this.servers.get(connection);
  }

  acquire(done: Acquired): void {
    if (this.attempt) this.attempt.push(done);
    else if (this.options.reachability.isReachable)
      this.connect((error, connection) => this.acquired(done, error, connection));
    else this.reach(done);
  }

  release(connection: PoolConnection): void {
    this.busy.delete(connection);
    const next = this.refused.shift();
    if (next) this.hand(next, connection);
    else connection.release();
  }

  /** Closes a connection that is of no use any more. */
  discard(connection: PoolConnection): void {
    this.busy.delete(connection);
    this.open.delete(connection);
    connection.destroy();
    cutOff(connection);
    const next = this.refused.shift();
    if (next) this.acquire(next);
  }

  /** Closes those that nobody uses. Where one connection is lost, the others often are too. */
  discardIdle(): void {
    for (const connection of this.open) if (!this.busy.has(connection)) this.discard(connection);
  }

  /** Tells the server good-bye. One that does not hear it is left after a moment. */
  close(): Promise<void> {
    return new Promise((resolve) => this.pool.end(() => resolve()));
  }

  private acquired(done: Acquired, error: Error | null, connection: PoolConnection | undefined): void {
    if (connection) return this.hand(done, connection);
    const isRefused = isFull(error);
    if (isRefused && this.busy.size > 0) this.refused.push(done);
    else {
      if (!isRefused) this.lose();
      this.fail([done], error);
    }
  }

  /** Where nobody has a connection, nobody can leave one to those who were refused. */
  private fail(waiting: readonly Acquired[], error: Error | null): void {
    const hopeless = this.busy.size === 0 ? this.refused.splice(0) : [];
    for (const each of [...waiting, ...hopeless]) each(error);
  }

  private hand(done: Acquired, connection: PoolConnection): void {
    this.busy.add(connection);
    done(null, connection);
  }

  private lose(): void {
    this.options.reachability.set(false);
    this.discardIdle();
  }

  /** Asks a server that was gone for one connection, whose outcome counts for all who ask meanwhile. */
  private reach(done: Acquired): void {
    this.attempt = [done];
    this.connect((error, connection) => {
      const waiting = this.attempt ?? [];
      this.attempt = undefined;
      if (!connection) return this.fail(waiting, error);
      this.options.reachability.set(true);
      const [first, ...others] = waiting;
      if (first) this.hand(first, connection);
      for (const other of others) this.acquire(other);
    });
  }

  /** Gets a connection that is set up. */
  private connect(done: Acquired): void {
    this.pool.getConnection((error, connection) => {
      if (error) done(error);
      else if (this.servers.has(connection)) done(null, connection);
      else this.setUp(connection, done);
    });
  }

  /** Asks where a new connection leads, else no statement on it could be ended, and limits what runs on it. */
  private setUp(connection: PoolConnection, done: Acquired): void {
    this.open.add(connection);
    this.busy.add(connection);
    connection.once("end", () => this.forget(connection));
    connection.on("error", () => this.forget(connection));
    const { settings, greeting } = this.options;
    const timer = setTimeout(() => cutOff(connection, silence()), settings.silenceMs);
    if (greeting) connection.query(greeting, () => undefined);
    connection.query<RowDataPacket[]>(serverNameSql, (error, rows) => {
      clearTimeout(timer);
      this.busy.delete(connection);
      if (error) {
        this.discard(connection);
        return done(error);
      }
      const [row] = rows;
      this.servers.set(connection, String(row?.["server"]));
      connection.query(`SET SESSION ${limitsOf(String(row?.["version"]), settings)}`, () => undefined);
      done(null, connection);
    });
  }

  private forget(connection: PoolConnection): void {
    this.open.delete(connection);
  }
}

/** How long a statement may run, and wait for a table that somebody has locked. MariaDB and MySQL differ. */
export function limitsOf(
  version: string,
  { statementMs, silenceMs }: Pick<ConnectionSettings, "statementMs" | "silenceMs">,
): string {
  const lockSeconds = Math.max(1, Math.ceil(silenceMs / 1_000));
  const statement = version.includes("MariaDB")
    ? `max_statement_time = ${statementMs / 1_000}`
    : `max_execution_time = ${statementMs}`;
  return `${statement}, lock_wait_timeout = ${lockSeconds}`;
}
