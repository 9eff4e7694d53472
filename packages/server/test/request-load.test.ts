import { once } from "node:events";
import { createServer, get, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { waitedMsOf, type LoadLimits, type LoopTurns } from "../src/request-load.js";
import { safeHeaders } from "../src/safe-headers.js";
import { ServingState } from "../src/serving-state.js";
import { shedLoad } from "../src/shed-load.js";

const corsOrigins = ["https://allowed.example"];

/** A server that answers requests, but those with "held" in their URL only when it is told to. */
async function startServer(limits: LoadLimits, turns?: LoopTurns) {
  const open: ServerResponse[] = [];
  const server = createServer(({ url = "" }, response) =>
    url.includes("held") ? void open.push(response) : void response.end(),
  );
  const state = new ServingState();
  shedLoad(server, { limits, state, corsOrigins, turns });
  const arrived: ServerResponse[] = [];
  server.on("request", (_request, response) => void arrived.push(response));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const ask = (path = "/graphql", init?: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body: "{}", ...init });
  return {
    ask,
    open,
    port,
    state,
    /** Resolves when so many requests have come. */
    come: (count: number) => vi.waitFor(() => expect(arrived).toHaveLength(count), { interval: 1 }),
    arrived,
    answer: () => open.splice(0).forEach((response) => response.end()),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A clock that stands, and turns that begin when they are told to. */
function heldTurns() {
  const clock = { now: 1_000 };
  const next: (() => void)[] = [];
  const turns: LoopTurns = { now: () => clock.now, next: (turn) => void next.push(turn) };
  return { clock, turns, turn: () => next.splice(0).forEach((turn) => turn()) };
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

test("a page of an allowed site, and no other, may read a refusal and what its Retry-After says", async () => {
  await using server = await startServer({ mostUnderWay: 0, mostWaitMs: 60_000 });
  const allowedFor = async (origin: string) => {
    const { headers } = await server.ask("/", { headers: { origin } });
    const names = ["vary", "access-control-allow-origin", "access-control-expose-headers"];
    return names.map((name) => headers.get(name));
  };
  const [allowed = ""] = corsOrigins;
  expect(await allowedFor(allowed)).toEqual(["Origin", allowed, "retry-after, x-request-id"]);
  expect(await allowedFor("https://other.example")).toEqual(["Origin", null, null]);
});

test("a browser always learns whether a page may ask: else it could not tell the page of the refusal", async () => {
  await using server = await startServer({ mostUnderWay: 0, mostWaitMs: 60_000 });
  expect((await server.ask("/graphql", { method: "OPTIONS", body: null })).status).toBe(200);
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
  const left = server.ask("/graphql?held", { signal: client.signal }).catch(() => undefined);
  await vi.waitFor(() => expect(server.open).toHaveLength(1));
  client.abort();
  await left;
  await vi.waitFor(async () => expect((await server.ask()).status).toBe(200));
});

test("who sends a body slowly keeps nobody out, and of too many the one that takes longest is cut off", async () => {
  await using server = await startServer({ mostUnderWay: 2, mostWaitMs: 60_000 });
  const sendSlowly = async () => {
    const count = server.open.length + 1;
    const socket = connect(server.port, "127.0.0.1").on("error", () => undefined);
    socket.write("POST /held HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
    await vi.waitFor(() => expect(server.open).toHaveLength(count), { interval: 1 });
  };
  await sendSlowly();
  await sendSlowly();
  expect((await server.ask()).status).toBe(200);
  await sendSlowly();
  const areCut = () => server.open.map(({ destroyed }) => destroyed);
  await vi.waitFor(() => expect(areCut()).toEqual([true, false, false]), { interval: 1 });
});

test("while more wait than will begin in time, as they began lately, others are refused", async () => {
  const { clock, turns, turn } = heldTurns();
  await using server = await startServer({ mostUnderWay: 100, mostWaitMs: 10, fewWaiting: 1 }, turns);
  const taken = Array.from({ length: 13 }, () => server.ask());
  await server.come(13);
  turn();
  for (let begun = 1; begun <= 9; begun += 1) {
    clock.now += 10;
    turn();
  }
  // Four wait, and the estimate has come to 2.2 ms for each.
  taken.push(server.ask());
  await server.come(14);
  expect((await server.ask()).status).toBe(503);
  for (let left = 1; left <= 6; left += 1) turn();
  expect(new Set((await Promise.all(taken)).map(({ status }) => status))).toEqual(new Set([200]));
});

test("what holds the event loop once refuses nothing", async () => {
  const { clock, turns, turn } = heldTurns();
  await using server = await startServer({ mostUnderWay: 100, mostWaitMs: 300 }, turns);
  const taken = Array.from({ length: 30 }, () => server.ask());
  await server.come(30);
  for (let count = 1; count <= 5; count += 1) turn();
  clock.now += 60_000;
  turn();
  taken.push(server.ask());
  await server.come(31);
  for (let left = 1; left <= 27; left += 1) turn();
  expect(new Set((await Promise.all(taken)).map(({ status }) => status))).toEqual(new Set([200]));
});

test("a burst is taken where those before it began soon, however slow others were long before", async () => {
  const { clock, turns, turn } = heldTurns();
  await using server = await startServer({ mostUnderWay: 1_000, mostWaitMs: 10, fewWaiting: 1 }, turns);
  const ask = async (count: number, turnMs: number) => {
    const come = server.arrived.length + count;
    const asked = Array.from({ length: count }, () => server.ask());
    await server.come(come);
    for (let begun = 0; begun <= count; begun += 1) {
      turn();
      clock.now += turnMs;
    }
    return (await Promise.all(asked)).map(({ status }) => status);
  };
  // Ten open a connection each. Later ones use these.
  await ask(10, 0);
  await ask(10, 10);
  expect(await ask(10, 10)).toContain(503);
  for (let count = 1; count <= 60; count += 1) await ask(1, 0.1);
  expect(await ask(10, 0.1)).not.toContain(503);
});

test("one request begins in each turn, so requests that wait for a department keep nobody from it", async () => {
  const { clock, turns, turn } = heldTurns();
  await using server = await startServer({ mostUnderWay: 100, mostWaitMs: 300 }, turns);
  const taken = [1, 2, 3].map(() => server.ask("/graphql?held"));
  await server.come(3);
  turn();
  for (const begun of [1, 2, 3]) {
    turn();
    expect(server.open).toHaveLength(begun);
  }
  clock.now += 60_000;
  const next = server.ask();
  await server.come(4);
  for (const _ of [1, 2]) turn();
  expect((await next).status).toBe(200);
  server.answer();
  await Promise.all(taken);
});

test("while connections come, the next request begins up to 2 ms later", async () => {
  const { clock, turns, turn } = heldTurns();
  await using server = await startServer({ mostUnderWay: 100, mostWaitMs: 300 }, turns);
  const asked: Promise<Response>[] = [];
  const begun: number[] = [];
  for (const passedMs of [0, 0, 1, 1]) {
    asked.push(server.ask("/graphql?held"));
    await server.come(asked.length);
    clock.now += passedMs;
    turn();
    begun.push(server.open.length);
  }
  expect(begun).toEqual([0, 0, 0, 1]);
  for (const _ of [1, 2, 3]) turn();
  server.answer();
  await Promise.all(asked);
});

test("a request whose client left while it waited does not begin", async () => {
  const { turns, turn } = heldTurns();
  await using server = await startServer({ mostUnderWay: 100, mostWaitMs: 300 }, turns);
  const client = new AbortController();
  const left = server.ask("/graphql?held", { signal: client.signal }).catch(() => undefined);
  await server.come(1);
  client.abort();
  await left;
  await vi.waitFor(() => expect(server.arrived[0]?.closed).toBe(true));
  const next = server.ask();
  await server.come(2);
  for (const _ of [1, 2, 3]) turn();
  expect((await next).status).toBe(200);
  expect(server.open).toHaveLength(0);
});

test("a request knows how long it has waited until it began", async () => {
  const { clock, turns, turn } = heldTurns();
  await using server = await startServer({ mostUnderWay: 100, mostWaitMs: 60_000 }, turns);
  const taken = [1, 2].map(() => server.ask("/graphql?held"));
  await server.come(2);
  turn();
  for (let begun = 1; begun <= 2; begun += 1) {
    clock.now += 25;
    turn();
  }
  expect(server.open.map(waitedMsOf)).toEqual([25, 50]);
  server.answer();
  await Promise.all(taken);
});
