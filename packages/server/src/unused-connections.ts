import type { Server } from "node:http";
import type { Socket } from "node:net";

const lookMs = 50;

/**
 * The connections of a server on which nothing has come yet, such as those that browsers and pools open ahead. Node 20.20.2
 * takes them for busy when a server closes, and would wait for them.
 */
export class UnusedConnections {
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket) => {
      this.#open.add(socket);
      socket.once("close", () => this.#open.delete(socket));
    });
  }

  /** Closes them until `closed` is settled, as soon as the server takes no more connections. */
  async closeUntil(closed: Promise<void>): Promise<void> {
    const look = setInterval(() => {
      if (this.#server.listening) return;
      for (const socket of this.#open) if (socket.bytesRead === 0) socket.destroy();
    }, lookMs);
    await closed.finally(() => clearInterval(look));
  }
}
