import { connect, type Socket } from "node:net";
import { collation } from "../mysql-collation.js";

/** A database on a server, as mysql2 takes it. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly charset: string;
}

export function addressOf(url: string): ServerAddress {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    // That of IPv6 stands in brackets in a URL.
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    charset: collation,
  };
}

/** In which form mysql2 gives points in time. Days have no time zone: a Date object would move them. */
export const timeOptions = { timezone: "Z", dateStrings: ["DATE" as const] };

/** The system asks an idle connection after so long whether it is still there, and finds a lost one some seconds later. */
const keepAliveMs = 10_000;

/** The sockets to one server, so that all can be closed when the server does not answer any more. */
export class Sockets {
  private readonly open = new Set<Socket>();

  constructor(private readonly address: Pick<ServerAddress, "host" | "port">) {}

  /** mysql2's option `stream`. */
  readonly stream = (): Socket => {
    const socket = connect(this.address);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, keepAliveMs);
    this.open.add(socket);
    socket.once("close", () => this.open.delete(socket));
    return socket;
  };

  destroy(): void {
    for (const socket of this.open) socket.destroy();
  }
}

/** The socket of one of mysql2's connections. Its types leave it out. */
export const socketOf = (connection: object): Socket => (connection as { readonly stream: Socket }).stream;

/** mysql2 3.24.6 waits for the server when it destroys a connection. This ends it at once. */
export function cutOff(connection: object, reason?: Error): void {
  socketOf(connection).destroy(reason);
}
