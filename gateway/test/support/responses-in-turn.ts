import { sendJson, type Respond } from "./far-subgraph.js";

export const query = { query: "{ a }", operationName: undefined, isMutation: false };
export const good: Respond = (request, response) =>
  void request.resume().once("end", () => sendJson(response, '{"data":{"a":1}}'));

/** Responds to the requests in turn, and to all further ones like to the last. */
export function inTurn(...responds: readonly Respond[]) {
  const nonces: unknown[] = [];
  const respond: Respond = (request, response) => {
    const next = responds[Math.min(nonces.length, responds.length - 1)];
    nonces.push(/nonce="([^"]+)"/.exec(String(request.headers["signature-input"]))?.[1]);
    return next?.(request, response);
  };
  return { respond, nonces };
}

export const reset: Respond = (_request, response) => void response.socket?.resetAndDestroy();
export const status =
  (code: number, headers: Record<string, string> = {}): Respond =>
  (_request, response) =>
    void response.writeHead(code, headers).end();
export const hang: Respond = () => undefined;
