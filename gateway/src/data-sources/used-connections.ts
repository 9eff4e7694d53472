import type { Socket } from "node:net";
import { buildConnector, errors } from "undici";

/** Errors of connections on which something had arrived before. */
const ofUsed = new WeakSet<Error>();

/** Makes connections of which `wasUsed` can tell. */
export function watchedConnector(timeoutMs: number): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs });
  return (options, callback) =>
    connect(options, (...connected) => {
      const [, socket] = connected;
      if (socket) noteErrors(socket);
      callback(...connected);
    });
}

function noteErrors(socket: Socket): void {
  socket.once("error", (error) => {
    if (socket.bytesRead > 0) ofUsed.add(error);
  });
}

/** Whether something had arrived on the connection that was lost by the error. */
export function wasUsed(error: Error): boolean {
  if (error instanceof errors.SocketError) return (error.socket?.bytesRead ?? 0) > 0;
  return ofUsed.has(error);
}
