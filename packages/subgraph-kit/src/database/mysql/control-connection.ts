import { createConnection, type Connection, type RowDataPacket } from "mysql2";
import { isConnectionLost, isFull, silence } from "./failures.js";
import type { Position } from "./progress.js";
import { cutOff, type ServerAddress, type Sockets } from "./server-address.js";

/** Which server it is, and of which kind: behind one address there may be several. */
export const serverNameSql =
  "SELECT CONCAT_WS(' ', @@hostname, @@port, @@server_id) AS server, VERSION() AS version";

const positionSql = `SELECT version, token, (SELECT SUM(CRC32(name)) FROM migrations) AS migrations
  FROM data_version WHERE id = 'data'`;

/** What a server says of connections. */
export interface Report {
  /** Which server it is. */
  readonly server: string;
  /** The connections that run a statement, by the ids that the server gave them. */
  readonly running: ReadonlySet<number>;
}

/** An open connection, and which server it leads to. */
interface Line {
  readonly connection: Connection;
  readonly server: Promise<string>;
}

/**
 * A connection over which a server is asked about the others, and told to end what they run. The watch asks so often that
 * it stays open: a statement is then ended by one message.
 */
export class ControlConnection {
  private line: Line | undefined;
  private isClosed = false;

  constructor(
    private readonly address: ServerAddress,
    private readonly sockets: Sockets,
    private readonly silenceMs: number,
    /** Is sent first on each connection. A server may refuse it. */
    private readonly greeting?: string,
  ) {}

  /** Fails where the server does not answer in time on a new connection. */
  async report(ids: readonly number[]): Promise<Report> {
    // Where others say nothing, this one may be forgotten too.
    return ids.length > 0 && this.line
      ? this.reportAnew(ids)
      : this.over((line) => this.reportOver(line, ids));
  }

  /** Over a new connection, which then takes the place of the old one. Until it is there, the old one ends statements. */
  private async reportAnew(ids: readonly number[]): Promise<Report> {
    const line = this.open();
    try {
      const report = await this.reportOver(line, ids);
      this.replace(line);
      return report;
    } catch (error) {
      cutOff(line.connection);
      // Of a server that takes no more connections, the old one is all there is.
      if (!isFull(error)) this.replace(undefined);
      throw error;
    }
  }

  private replace(line: Line | undefined): void {
    if (this.line) cutOff(this.line.connection);
    this.line = line;
    if (line && this.isClosed) cutOff(line.connection);
  }

  /** How far the server is. Fails where it does not answer in time, or has no such tables. */
  position(): Promise<Position> {
    return this.over(async ({ connection, server }) => {
      await server;
      const [row] = await this.ask(connection, positionSql);
      if (!row) throw new Error("Expected the version of the data, but there is none.");
      const { version, token, migrations } = row;
      return { version: Number(version), token: String(token), migrations: Number(migrations) };
    });
  }

  /** Asks once more on a new connection where the one that was there was lost. */
  private over<Result>(work: (line: Line) => Promise<Result>): Promise<Result> {
    const old = this.line;
    const onLine = async () => work(this.current());
    if (!old) return onLine();
    return onLine().catch((error: unknown) => {
      if (this.line === old) throw error;
      return onLine();
    });
  }

  private async reportOver({ connection, server }: Line, ids: readonly number[]): Promise<Report> {
    const name = await server;
    const rows = await this.ask(
      connection,
      "SELECT id FROM information_schema.processlist WHERE command <> 'Sleep' AND id IN (?)",
      [[0, ...ids]],
    );
    return { server: name, running: new Set(rows.map(({ id, ID }) => Number(id ?? ID))) };
  }

  /** Ends the statement of a connection to this server, or the connection itself. It does nothing on another server. */
  async kill(what: "QUERY" | "CONNECTION", id: number, server: string | undefined): Promise<void> {
    try {
      const line = this.current();
      if ((await line.server) === server) await this.ask(line.connection, `KILL ${what} ${Number(id)}`);
    } catch {
      // A connection that is gone has nothing to end, and a server that is gone ends it by itself.
    }
  }

  close(): void {
    this.isClosed = true;
    if (this.line) cutOff(this.line.connection, new Error("The database is closed."));
  }

  private current(): Line {
    return (this.line ??= this.open());
  }

  private open(): Line {
    if (this.isClosed) throw new Error("Expected an open database, but it is closed.");
    const { address, sockets, silenceMs, greeting } = this;
    const connection = createConnection({
      ...address,
      stream: sockets.stream,
      connectTimeout: silenceMs,
    });
    connection.on("error", () => this.forget(connection));
    if (greeting) connection.query(greeting, () => undefined);
    const server = this.ask(connection, serverNameSql).then(([row]) => String(row?.["server"]));
    // Those who wait for it hear of it too. mysql2 3.24.6 never answers on a connection that the server has refused.
    server.catch(() => this.forget(connection));
    return { connection, server };
  }

  /** Where the connection is lost, the next one who asks finds out with a new one. */
  private forget(connection: Connection, reason?: Error): void {
    if (this.line?.connection === connection) this.line = undefined;
    cutOff(connection, reason);
  }

  private ask(
    connection: Connection,
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<RowDataPacket[]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.forget(connection, silence());
        reject(silence());
      }, this.silenceMs);
      connection.query<RowDataPacket[]>(sql, [...values], (error, rows) => {
        clearTimeout(timer);
        if (!error) return resolve(rows);
        if (isConnectionLost(error)) this.forget(connection);
        reject(error);
      });
    });
  }
}
