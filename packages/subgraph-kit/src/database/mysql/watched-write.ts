import type { Socket } from "node:net";
import type { PoolConnection } from "mysql2";
import { cutOff, socketOf } from "./server-address.js";
import type { Watched } from "./watch.js";

/**
 * The connection of a transaction, as the watch sees it. Its statements go through TypeORM, so what is waited for is read
 * from the bytes: something was sent after the last byte that came.
 */
export class WatchedWrite implements Watched {
  private answeredUpTo: number;
  private since: number | null = null;
  private readonly socket: Socket;

  constructor(
    readonly connection: PoolConnection,
    readonly server: string | undefined,
  ) {
    this.socket = socketOf(connection);
    this.answeredUpTo = this.socket.bytesWritten;
    this.socket.on("data", this.onData);
  }

  get waitingSince(): number | null {
    if (this.socket.bytesWritten === this.answeredUpTo) return null;
    return (this.since ??= performance.now());
  }

  onGone(error: Error): void {
    cutOff(this.connection, error);
  }

  stop(): void {
    this.socket.off("data", this.onData);
  }

  private readonly onData = (): void => {
    this.answeredUpTo = this.socket.bytesWritten;
    this.since = null;
  };
}
