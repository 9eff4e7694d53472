import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { anonymous } from "@an-sinh/server/caller";
import type { ChannelKeys } from "@an-sinh/server/signatures/channel-keys";
import { HttpDataSource } from "../../src/data-sources/http-data-source.js";
import { defaultCallLimits, type CallLimits } from "../../src/resilience/call-limits.js";
import { FetchFailedError } from "../../src/responses/fetch-failure.js";
import { toJsonText } from "../../src/responses/exact-json.js";

export type Respond = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

interface FarOptions {
  readonly timeoutMs?: number;
  readonly sharesQueries?: boolean;
  readonly keys?: ChannelKeys | undefined;
  readonly limits?: Partial<CallLimits>;
}

/** A subgraph on HTTP that responds as it is told, and the gateway's source of it. */
export async function startSubgraph(
  respond: Respond,
  { timeoutMs = 2_000, sharesQueries = false, keys, limits }: FarOptions = {},
) {
  const server: Server = createServer((request, response) => void respond(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql?x=1`;
  const source = new HttpDataSource({
    name: "far",
    url,
    timeoutMs,
    sharesQueries,
    keys,
    limits: { ...defaultCallLimits, ...limits },
  });
  return {
    server,
    source,
    port,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await source.close();
    },
  };
}

export const sendJson = (response: ServerResponse, body: string) =>
  response.writeHead(200, { "content-type": "application/json" }).end(body);

export const variables = (values: Record<string, unknown> = {}) => ({
  text: () => toJsonText(values),
  values: () => values,
});

export const newContext = () => ({
  requestId: "r-1",
  signal: new AbortController().signal,
  caller: anonymous,
});

/** The code of the failure of a fetch. Undefined: it did not fail. */
export const failureOf = (fetch: Promise<unknown>) =>
  fetch.then(
    () => undefined,
    (error: unknown) => (error instanceof FetchFailedError ? error.code : error),
  );
