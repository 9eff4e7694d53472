import { createConnection, type Connection, type RowDataPacket } from "mysql2";
import { cutOff, type ServerAddress, type Sockets } from "./server-address.js";

/** Which server it is: behind one address there may be several. */
export const serverNameSql = "SELECT CONCAT_WS(' ', @@hostname, @@port, @@server_id) AS server";

/** What a server says of connections. */
export interface Report {
  /** Which server it is. */
  readonly server: string;
  /** The connections that run a statement, by the ids that the server gave them. */
  readonly running: ReadonlySet<number>;
}

/** A connection over which a server is asked about the others, and told to end what they run. It is opened when needed. */
export class ControlConnection {
  private connection: Connection | undefined;
  private server: string | undefined;

  constructor(
    private readonly address: ServerAddress,
    private readonly sockets: Sockets,
    private readonly silenceMs: number,
  ) {}

  /** Fails where the server does not answer in time. */
  async report(ids: readonly number[]): Promise<Report> {
    const rows = await this.ask(
      "SELECT id FROM information_schema.processlist WHERE command <> 'Sleep' AND id IN (?)",
      [[0, ...ids]],
    );
    return { server: this.server ?? "", running: new Set(rows.map(({ id, ID }) => Number(id ?? ID))) };
  }

  /** Ends the statement of a connection to this server, or the connection itself. It does nothing on another server. */
  async kill(what: "QUERY" | "CONNECTION", id: number, server: string): Promise<void> {
    try {
      await this.ask("DO 0", []);
      if (this.server === server) await this.ask(`KILL ${what} ${Number(id)}`, []);
    } catch {
      // A connection that is gone has nothing to end, and a server that is gone ends it by itself.
    }
  }

  close(): void {
    this.connection?.destroy();
    this.connection = undefined;
  }

  /** Whatever goes wrong, the next one finds out with a new connection. */
  private async ask(sql: string, values: readonly unknown[]): Promise<RowDataPacket[]> {
    const connection = (this.connection ??= this.open());
    try {
      if (this.server === undefined) {
        const [row] = await this.query(connection, serverNameSql, []);
        this.server = String(row?.["server"]);
      }
      return await this.query(connection, sql, values);
    } catch (error) {
      this.forget(connection);
      cutOff(connection);
      throw error;
    }
  }

  private open(): Connection {
    const { address, sockets, silenceMs } = this;
    const connection = createConnection({
      ...address,
      stream: sockets.stream,
      connectTimeout: silenceMs,
    });
    this.server = undefined;
    connection.on("error", () => this.forget(connection));
    return connection;
  }

  private forget(connection: Connection): void {
    if (this.connection === connection) this.connection = undefined;
  }

  private query(connection: Connection, sql: string, values: readonly unknown[]): Promise<RowDataPacket[]> {
    const late = Object.assign(new Error("The server says nothing."), { code: "ETIMEDOUT" });
    const timer = setTimeout(() => cutOff(connection, late), this.silenceMs);
    return new Promise<RowDataPacket[]>((resolve, reject) => {
      connection.query<RowDataPacket[]>(sql, [...values], (error, rows) =>
        error ? reject(error) : resolve(rows),
      );
    }).finally(() => clearTimeout(timer));
  }
}
