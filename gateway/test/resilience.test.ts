import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { once, setMaxListeners } from "node:events";
import { channelKeys, newChannelKey } from "@an-sinh/server/signatures/channel-keys";
import { afterEach, expect, test, vi } from "vitest";
import { HttpDataSource } from "../src/data-sources/http-data-source.js";
import { failureOf, newContext, startSubgraph, variables, type Respond } from "./support/far-subgraph.js";
import { askWhenIdleEnds } from "./support/idle-connections.js";
import { good, hang, inTurn, query, reset, status } from "./support/responses-in-turn.js";

afterEach(() => void vi.useRealTimers());

const mutation = { query: "mutation { a }", operationName: undefined, isMutation: true };
const resetMidBody: Respond = (_request, response) => {
  response
    .writeHead(200, { "content-type": "application/json", "content-length": 100 })
    .write('{"data":', () => response.socket?.resetAndDestroy());
};

test.each([
  { what: "a connection that is lost", respond: reset },
  { what: "a connection that is lost in the middle of a response", respond: resetMidBody },
  { what: "status 503", respond: status(503) },
  { what: "status 503 with Retry-After", respond: status(503, { "retry-after": "0" }) },
  {
    what: "status 429 with a date in Retry-After",
    respond: status(429, { "retry-after": new Date(0).toUTCString() }),
  },
])("after $what a query is sent again, signed anew, and a mutation is not", async ({ respond }) => {
  const keys = channelKeys.parse(newChannelKey());
  for (const [operation, sent, failure] of [
    [query, 2, undefined],
    [mutation, 1, "SUBGRAPH_UNAVAILABLE"],
  ] as const) {
    const turns = inTurn(respond, good);
    await using far = await startSubgraph(turns.respond, { keys });
    expect(await failureOf(far.source.fetch(operation, variables(), newContext()))).toBe(failure);
    expect(turns.nonces).toHaveLength(sent);
    expect(new Set(turns.nonces).size).toBe(sent);
  }
});

test.each([
  { what: "retries are used up", respond: reset, limits: { retries: 2 }, sent: 3 },
  { what: "retries are off", respond: reset, limits: { retries: 0 }, sent: 1 },
  {
    what: "Retry-After is later than the fetch may take",
    respond: status(503, { "retry-after": "60" }),
    limits: {},
    sent: 1,
  },
  { what: "a status 429 does not say when", respond: status(429), limits: {}, sent: 1 },
])("a query fails as SUBGRAPH_UNAVAILABLE where $what", async ({ respond, limits, sent }) => {
  const turns = inTurn(respond);
  await using far = await startSubgraph(turns.respond, { limits });
  expect(await failureOf(far.source.fetch(query, variables(), newContext()))).toBe("SUBGRAPH_UNAVAILABLE");
  expect(turns.nonces).toHaveLength(sent);
});

test("of many queries to a subgraph that is down, at most a fifth and 64 are sent again, and ten more a second", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const turns = inTurn(reset);
  await using far = await startSubgraph(turns.respond, { limits: { failuresToOpen: 10_000 } });
  const ask = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1)
      await Promise.all(
        Array.from({ length: 20 }, () => failureOf(far.source.fetch(query, variables(), newContext()))),
      );
  };
  await ask(10);
  const sent = turns.nonces.length;
  expect(sent).toBeLessThanOrEqual(200 * 1.2 + 64);
  vi.advanceTimersByTime(3_000);
  await ask(10);
  expect(turns.nonces.length - sent).toBe(200 * 1.2 + 30);
});

test("connections that are lost while they are idle use up no retries: any number of queries is answered", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const used = new WeakSet<object>();
  const lost: unknown[] = [];
  await using far = await startSubgraph((request, response) => {
    const { socket } = request;
    if (used.has(socket)) return void (lost.push(socket), socket.resetAndDestroy());
    used.add(socket);
    return good(request, response);
  });
  const failures = new Set<unknown>();
  for (let round = 0; round < 80; round += 1)
    for (const failure of await Promise.all(
      Array.from({ length: 5 }, () => failureOf(far.source.fetch(query, variables(), newContext()))),
    ))
      failures.add(failure);
  expect([...failures]).toEqual([undefined]);
  expect(lost.length).toBeGreaterThan(150);
});

test("a query is sent again outside of that number once, also where each connection is lost within a head", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const turns = inTurn(
    (_request, { socket }) => void socket?.write("HTTP/1.1 2", () => socket.resetAndDestroy()),
  );
  await using far = await startSubgraph(turns.respond, { limits: { retries: 5, failuresToOpen: 10_000 } });
  const asked = Array.from({ length: 60 }, () =>
    failureOf(far.source.fetch(query, variables(), newContext())),
  );
  expect(new Set(await Promise.all(asked))).toEqual(new Set(["SUBGRAPH_UNAVAILABLE"]));
  expect(turns.nonces.length).toBeLessThanOrEqual(60 * 2.2 + 64);
});

test("no query fails at a server that closes connections when they are idle", async () => {
  /** Each connection answers eight requests. What is sent on it then meets a connection that is closed. */
  const server = createTcpServer((socket) => {
    let left = 8;
    socket
      .on("error", () => undefined)
      .on("data", (bytes) => {
        if (left === 0) return void socket.resetAndDestroy();
        if (!bytes.toString().endsWith("}")) return;
        left -= 1;
        socket.write(
          'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 16\r\n\r\n{"data":{"a":1}}',
        );
      });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const source = new HttpDataSource({ name: "far", url, timeoutMs: 2_000 });
  const failures = new Set<unknown>();
  for (let round = 0; round < 30; round += 1)
    for (const failure of await Promise.all(
      Array.from({ length: 5 }, () => failureOf(source.fetch(query, variables(), newContext()))),
    ))
      failures.add(failure);
  await source.close();
  server.close();
  expect([...failures]).toEqual([undefined]);
});

test("no query fails that is sent when the server closes its connection, because that was idle", async () => {
  const { failed, connections } = await askWhenIdleEnds(150);
  expect(failed).toBe(0);
  expect(connections).toBeGreaterThan(20);
});

test("so many calls are under way at the same time, four times as many wait, and what is beyond fails at once", async () => {
  const waiting: (() => void)[] = [];
  const turns = inTurn((request, response) => void waiting.push(() => void good(request, response)));
  await using far = await startSubgraph(turns.respond, { limits: { maxConcurrent: 2 } });
  const calls = Array.from({ length: 11 }, () =>
    failureOf(far.source.fetch(query, variables(), newContext())),
  );
  expect(await calls[10]).toBe("SUBGRAPH_UNAVAILABLE");
  for (let answered = 0; answered < 10; answered += 2) {
    await vi.waitFor(() => expect(waiting).toHaveLength(2), { interval: 1 });
    for (const answer of waiting.splice(0)) answer();
  }
  expect(new Set(await Promise.all(calls.slice(0, 10)))).toEqual(new Set([undefined]));
});

test("a client that leaves while its call waits takes no place in the queue", async () => {
  const turns = inTurn(hang);
  await using far = await startSubgraph(turns.respond, {
    timeoutMs: 300,
    limits: { maxConcurrent: 1, retries: 0 },
  });
  const client = new AbortController();
  setMaxListeners(0, client.signal);
  const first = failureOf(far.source.fetch(query, variables(), newContext()));
  const leaving = Array.from({ length: 4 }, () =>
    failureOf(far.source.fetch(query, variables(), { ...newContext(), signal: client.signal })),
  );
  client.abort();
  await Promise.all(leaving);
  expect(await failureOf(far.source.fetch(query, variables(), newContext()))).toBe("SUBGRAPH_TIMEOUT");
  expect(await first).toBe("SUBGRAPH_TIMEOUT");
});

test("a call is not sent when the time of its request is over", async () => {
  const turns = inTurn(good);
  await using far = await startSubgraph(turns.respond);
  const late = { ...newContext(), deadline: performance.now() };
  expect(await failureOf(far.source.fetch(query, variables(), late))).toBe("SUBGRAPH_TIMEOUT");
  expect(turns.nonces).toEqual([]);
});
