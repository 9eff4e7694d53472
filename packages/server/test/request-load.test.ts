import { once } from "node:events";
import { createServer, get, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import type { LoadLimits } from "../src/load-estimate.js";
import { RequestLoad } from "../src/request-load.js";
import { safeHeaders } from "../src/safe-headers.js";
import { ServingState } from "../src/serving-state.js";
import { shedLoad } from "../src/shed-load.js";

/** A server that answers requests, but those with "held" in their URL only when it is told to. */
async function startServer(limits: LoadLimits) {
  const open: ServerResponse[] = [];
  const server = createServer(({ url = "" }, response) =>
    url.includes("held") ? void open.push(response) : void response.end(),
  );
  const load = new RequestLoad(limits);
  const state = new ServingState();
  shedLoad(server, { load, state });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const ask = (path = "/graphql", signal?: AbortSignal) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body: "{}", ...(signal && { signal }) });
  return {
    ask,
    open,
    port,
    state,
    answer: () => open.splice(0).forEach((response) => response.end()),
    [Symbol.asyncDispose]: async () => {
      load.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The event loop is never idle for longer than four samples. In each of them something is asked. */
async function keepBusy(ask: () => Promise<Response>): Promise<void> {
  const asked: Promise<Response>[] = [];
  for (const _ of [1, 2, 3, 4, 5]) {
    asked.push(ask());
    const until = performance.now() + 110;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
  await Promise.all(asked);
}

test("what is beyond the limit is refused with 503, OVERLOADED and Retry-After, and health is always told", async () => {
  await using server = await startServer({ mostUnderWay: 2, mostWaitMs: 60_000 });
  const taken = [server.ask("/graphql?held"), server.ask("/graphql?held")];
  await vi.waitFor(() => expect(server.open).toHaveLength(2));
  const refused = await server.ask();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "OVERLOADED" } }] });
  expect((await server.ask("/health")).status).toBe(200);
  server.answer();
  expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([200, 200]);
});

test("a refusal has the headers of any answer, and ends the connection of a server that is leaving", async () => {
  await using server = await startServer({ mostUnderWay: 0, mostWaitMs: 60_000 });
  server.state.drain();
  const { headers } = await fetch(`http://127.0.0.1:${server.port}/`, {
    headers: { "x-request-id": "mine" },
  });
  expect(Object.fromEntries(headers)).toMatchObject({
    ...safeHeaders,
    "x-request-id": "mine",
    connection: "close",
  });
});

test.each(["/%67raphql", "http://127.0.0.1/graphql", "/graphql#", "/"])(
  "no spelling of a path leads past the limit: %s",
  async (path) => {
    await using server = await startServer({ mostUnderWay: 0, mostWaitMs: 60_000 });
    const [response] = await once(get({ port: server.port, path, agent: false }), "response");
    expect(response.statusCode).toBe(503);
    response.destroy();
  },
);

test("a request that is answered or whose client left makes room for another", async () => {
  await using server = await startServer({ mostUnderWay: 1, mostWaitMs: 60_000 });
  const client = new AbortController();
  const left = server.ask("/graphql?held", client.signal).catch(() => undefined);
  await vi.waitFor(() => expect(server.open).toHaveLength(1));
  client.abort();
  await left;
  await vi.waitFor(async () => expect((await server.ask()).status).toBe(200));
});

test("while the event loop is never idle, only so many requests are taken as are answered soon", async () => {
  await using server = await startServer({ mostUnderWay: 100, mostWaitMs: 1, fewUnderWay: 1 });
  const first = server.ask("/graphql?held");
  await vi.waitFor(() => expect(server.open).toHaveLength(1));
  await vi.waitFor(async () => {
    await keepBusy(server.ask);
    expect((await server.ask()).status).toBe(503);
  }, 30_000);
  server.answer();
  expect((await first).status).toBe(200);
});
