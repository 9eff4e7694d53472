import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { once, setMaxListeners } from "node:events";
import { channelKeys, newChannelKey } from "@an-sinh/server/signatures/channel-keys";
import { afterEach, expect, test, vi } from "vitest";
import { HttpDataSource } from "../src/data-sources/http-data-source.js";
import { createGateway } from "../src/gateway.js";
import { silent } from "./support/gateway.js";
import { post } from "./support/post.js";
import { compose } from "./support/supergraph.js";
import {
  failureOf,
  newContext,
  sendJson,
  startSubgraph,
  variables,
  type Respond,
} from "./support/far-subgraph.js";

const query = { query: "{ a }", operationName: undefined, isMutation: false };
const mutation = { query: "mutation { a }", operationName: undefined, isMutation: true };
const good: Respond = (request, response) =>
  void request.resume().once("end", () => sendJson(response, '{"data":{"a":1}}'));

/** Responds to the requests in turn, and to all further ones like to the last. */
function inTurn(...responds: readonly Respond[]) {
  const nonces: unknown[] = [];
  const respond: Respond = (request, response) => {
    const next = responds[Math.min(nonces.length, responds.length - 1)];
    nonces.push(/nonce="([^"]+)"/.exec(String(request.headers["signature-input"]))?.[1]);
    return next?.(request, response);
  };
  return { respond, nonces };
}

const reset: Respond = (_request, response) => void response.socket?.resetAndDestroy();
const resetMidBody: Respond = (_request, response) => {
  response
    .writeHead(200, { "content-type": "application/json", "content-length": 100 })
    .write('{"data":', () => response.socket?.resetAndDestroy());
};
const status =
  (code: number, headers: Record<string, string> = {}): Respond =>
  (_request, response) =>
    void response.writeHead(code, headers).end();
const hang: Respond = () => undefined;

afterEach(() => void vi.useRealTimers());

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

test("of many queries to a subgraph that is down, at most a fifth and 64 are sent again", async () => {
  const turns = inTurn(reset);
  await using far = await startSubgraph(turns.respond, { limits: { failuresToOpen: 10_000 } });
  for (let round = 0; round < 10; round += 1)
    await Promise.all(
      Array.from({ length: 20 }, () => failureOf(far.source.fetch(query, variables(), newContext()))),
    );
  expect(turns.nonces.length).toBeLessThanOrEqual(200 * 1.2 + 64);
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

test("a subgraph that fails again and again is asked by one call at a time, until it answers", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  let waiting: (() => void) | undefined;
  const probe: Respond = (request, response) => void (waiting = () => void good(request, response));
  const turns = inTurn(reset, reset, reset, probe, good);
  await using far = await startSubgraph(turns.respond, {
    limits: { retries: 0, failuresToOpen: 3, pauseMs: 1_000 },
  });
  const ask = () => failureOf(far.source.fetch(query, variables(), newContext()));
  for (const _ of [1, 2, 3, 4]) expect(await ask()).toBe("SUBGRAPH_UNAVAILABLE");
  expect([turns.nonces.length, far.source.state.state]).toEqual([3, "open"]);
  vi.advanceTimersByTime(1_000);
  const probed = ask();
  await vi.waitFor(() => expect(waiting).toBeDefined());
  expect(far.source.state.state).toBe("half-open");
  expect(await ask()).toBe("SUBGRAPH_UNAVAILABLE");
  waiting?.();
  expect([await probed, await ask()]).toEqual([undefined, undefined]);
  expect([turns.nonces.length, far.source.state.state]).toEqual([5, "closed"]);
});

test.each([
  { how: "fails", last: reset },
  { how: "is given up by its client", last: hang },
])("where the call that finds out $how, the subgraph is not asked for twice as long", async ({ last }) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const turns = inTurn(reset, last);
  await using far = await startSubgraph(turns.respond, {
    limits: { retries: 0, failuresToOpen: 1, pauseMs: 1_000 },
  });
  const client = new AbortController();
  const ask = () =>
    failureOf(far.source.fetch(query, variables(), { ...newContext(), signal: client.signal }));
  await ask();
  vi.advanceTimersByTime(1_000);
  const probed = ask();
  await vi.waitFor(() => expect(turns.nonces).toHaveLength(2));
  if (last === hang) client.abort();
  await probed;
  vi.advanceTimersByTime(1_500);
  expect(await failureOf(far.source.fetch(query, variables(), newContext()))).toBe("SUBGRAPH_UNAVAILABLE");
  expect([turns.nonces.length, far.source.state.state]).toEqual([2, "open"]);
});

test("a slow query does not stop others: a subgraph that answers meanwhile is not down", async () => {
  const respond: Respond = (request, response) =>
    request.headers["x-request-id"] === "slow" ? undefined : good(request, response);
  await using far = await startSubgraph(respond, { timeoutMs: 150, limits: { failuresToOpen: 1 } });
  const slow = failureOf(far.source.fetch(query, variables(), { ...newContext(), requestId: "slow" }));
  expect(await failureOf(far.source.fetch(query, variables(), newContext()))).toBeUndefined();
  expect(await slow).toBe("SUBGRAPH_TIMEOUT");
  expect(far.source.state).toMatchObject({
    name: "far",
    state: "closed",
    lastFailure: "SUBGRAPH_TIMEOUT",
    lastAnsweredAt: expect.any(Number),
  });
});

test.each([
  {
    what: "errors in an answer",
    respond: ((_request, response) =>
      void sendJson(response, '{"data":null,"errors":[{"message":"no"}]}')) as Respond,
  },
  { what: "answers that are none", respond: status(500) },
])("$what do not stop a subgraph from being asked", async ({ respond }) => {
  await using far = await startSubgraph(respond, { limits: { failuresToOpen: 1 } });
  await failureOf(far.source.fetch(query, variables(), newContext()));
  await failureOf(far.source.fetch(query, variables(), newContext()));
  expect(far.source.state).toMatchObject({ state: "closed", lastAnsweredAt: null });
});

test("so many calls are under way at the same time, sixteen times as many wait, and what is beyond fails at once", async () => {
  const waiting: (() => void)[] = [];
  const turns = inTurn((request, response) => void waiting.push(() => void good(request, response)));
  await using far = await startSubgraph(turns.respond, { limits: { maxConcurrent: 2 } });
  const calls = Array.from({ length: 35 }, () =>
    failureOf(far.source.fetch(query, variables(), newContext())),
  );
  expect(await calls[34]).toBe("SUBGRAPH_UNAVAILABLE");
  for (let answered = 0; answered < 34; answered += 2) {
    await vi.waitFor(() => expect(waiting).toHaveLength(2), { interval: 1 });
    for (const answer of waiting.splice(0)) answer();
  }
  expect(new Set(await Promise.all(calls.slice(0, 34)))).toEqual(new Set([undefined]));
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
  const leaving = Array.from({ length: 16 }, () =>
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

test("a gateway tells how each of its subgraphs is, and in an error how old its last good response is", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
  const turns = inTurn(good, reset);
  await using far = await startSubgraph(turns.respond, { limits: { retries: 0 } });
  const gateway = await createGateway({
    supergraphSdl: compose([{ name: "far", url: "", sdl: "type Query { a: Int }" }]),
    // The far subgraph closes its source itself.
    sourceFor: () => ({
      get state() {
        return far.source.state;
      },
      fetch: (...asked) => far.source.fetch(...asked),
    }),
    logger: silent,
    introspection: false,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  const closed = { name: "far", state: "closed", since: 1_000_000, retries: 0, sharedFetches: 0 };
  expect(gateway.subgraphStates()).toEqual([{ ...closed, lastAnsweredAt: null, lastFailure: null }]);
  await post(`${url}/graphql`, { query: "{ a }" });
  vi.setSystemTime(1_007_500);
  const { errors } = await post(`${url}/graphql`, { query: "{ a }" });
  expect(errors?.[0]?.extensions).toMatchObject({ lastAnsweredSecondsAgo: 7 });
  const failed = { ...closed, lastAnsweredAt: 1_000_000, lastFailure: "SUBGRAPH_UNAVAILABLE" };
  expect(gateway.subgraphStates()).toEqual([failed]);
  await gateway.close();
});
