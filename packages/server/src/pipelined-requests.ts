import { setMaxListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Tells a response that its client has left while the response waits behind another one of its connection. Node 20.20.2
 * tells only the first one of pipelined requests: the others would count as under way for ever.
 * Test: packages/server/test/pipelined-requests.test.ts.
 */
export function tellWhenClientLeaves({ socket }: IncomingMessage, response: ServerResponse): void {
  if (response.socket) return;
  const leave = () => {
    if (response.socket || response.closed) return;
    response.destroy();
    response.emit("close");
  };
  // A client may send any number at once. Node warns about more than 10 listeners.
  setMaxListeners(0, socket);
  socket.once("close", leave);
  response.once("close", () => socket.off("close", leave));
}
