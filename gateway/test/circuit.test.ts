import { afterEach, expect, test, vi } from "vitest";
import { createGateway } from "../src/gateway.js";
import {
  failureOf,
  newContext,
  sendJson,
  startSubgraph,
  variables,
  type Respond,
} from "./support/far-subgraph.js";
import { silent } from "./support/gateway.js";
import { post } from "./support/post.js";
import { good, hang, inTurn, query, reset, status } from "./support/responses-in-turn.js";
import { compose } from "./support/supergraph.js";

afterEach(() => void vi.useRealTimers());

test("a subgraph that fails again and again is asked by one call at a time, until it answers", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
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
])(
  "where the call that finds out $how, the subgraph is not asked for the rest of the pause",
  async ({ last }) => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const turns = inTurn(reset, last, good);
    await using far = await startSubgraph(turns.respond, {
      limits: { retries: 0, failuresToOpen: 1, pauseMs: 1_000 },
    });
    const client = new AbortController();
    const ask = (signal = client.signal) =>
      failureOf(far.source.fetch(query, variables(), { ...newContext(), signal }));
    await ask();
    vi.advanceTimersByTime(1_000);
    const tried = ask();
    await vi.waitFor(() => expect(turns.nonces).toHaveLength(2), { interval: 1 });
    if (last === hang) client.abort();
    await tried;
    const { signal } = new AbortController();
    vi.advanceTimersByTime(900);
    expect([await ask(signal), far.source.state.state]).toEqual(["SUBGRAPH_UNAVAILABLE", "open"]);
    vi.advanceTimersByTime(100);
    expect([await ask(signal), far.source.state.state]).toEqual([undefined, "closed"]);
  },
);

test("a call that hangs does not keep the next one from finding out that the subgraph is back", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const turns = inTurn(reset, hang, good);
  await using far = await startSubgraph(turns.respond, {
    limits: { retries: 0, failuresToOpen: 1, pauseMs: 1_000 },
  });
  const ask = () => failureOf(far.source.fetch(query, variables(), newContext()));
  await ask();
  vi.advanceTimersByTime(1_000);
  const hanging = ask();
  await vi.waitFor(() => expect(turns.nonces).toHaveLength(2));
  vi.advanceTimersByTime(1_000);
  expect([await ask(), await ask(), far.source.state.state]).toEqual([undefined, undefined, "closed"]);
  far.server.closeAllConnections();
  await hanging;
});

test("an answer to a call that began before the subgraph was given up lets all calls through", async () => {
  let answer: (() => void) | undefined;
  const late: Respond = (request, response) => void (answer = () => void good(request, response));
  const turns = inTurn(late, reset, good);
  await using far = await startSubgraph(turns.respond, { limits: { retries: 0, failuresToOpen: 1 } });
  const ask = () => failureOf(far.source.fetch(query, variables(), newContext()));
  const slow = ask();
  await vi.waitFor(() => expect(answer).toBeDefined());
  await ask();
  expect([await ask(), far.source.state.state]).toEqual(["SUBGRAPH_UNAVAILABLE", "open"]);
  answer?.();
  expect([await slow, await ask(), far.source.state.state]).toEqual([undefined, undefined, "closed"]);
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
