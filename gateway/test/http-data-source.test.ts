import { anonymous, readCaller } from "@an-sinh/server/caller";
import { RequestError } from "@an-sinh/server/errors";
import { createLogger } from "@an-sinh/server/logger";
import { channelKeys, newChannelKey } from "@an-sinh/server/signatures/channel-keys";
import { signedCallsGuard } from "@an-sinh/server/signatures/signed-calls-guard";
import { EventEmitter, once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import {
  failureOf,
  newContext,
  sendJson,
  startSubgraph,
  variables,
  type Respond,
} from "./support/far-subgraph.js";
import { toJsonText } from "../src/responses/exact-json.js";

const operation = { query: '{ a(text: "é\\n") }', operationName: "A" };

test("a request holds the query, its name and the text of the variables", async () => {
  const bodies: unknown[] = [];
  await using far = await startSubgraph(async (request, response) => {
    bodies.push(request.url, await text(request));
    sendJson(response, '{"data":{"a":1}}');
  });
  await far.source.fetch(operation, variables({ n: 1 }), newContext());
  await far.source.fetch({ query: "{ a }", operationName: undefined }, variables(), newContext());
  expect(bodies).toEqual([
    "/graphql?x=1",
    JSON.stringify({ ...operation, variables: { n: 1 } }),
    "/graphql?x=1",
    '{"query":"{ a }","variables":{}}',
  ]);
});

test("a call says who asks where it is signed, and else says it to nobody", async () => {
  const keys = channelKeys.parse(newChannelKey());
  const problems: unknown[] = [];
  const guard = signedCallsGuard({ subgraph: "far", keys, logger: createLogger("silent") });
  const respond: Respond = async (request, response) => {
    const { headers, method = "" } = request;
    const body = Buffer.from(await text(request));
    try {
      guard.checkHead(method, headers, "r-1");
      guard.checkBody(body, headers, "r-1");
      problems.push(headers["x-request-id"], readCaller(String(headers["x-caller"])).subject);
    } catch (error) {
      problems.push(error, headers["x-caller"]);
    }
    sendJson(response, '{"data":{"a":1}}');
  };
  const context = { ...newContext(), caller: { ...anonymous, subject: "official" } };
  await using signed = await startSubgraph(respond, { keys });
  await using open = await startSubgraph(respond);
  await signed.source.fetch(operation, variables({ text: "é" }), context);
  await open.source.fetch(operation, variables(), context);
  expect(problems).toEqual(["r-1", "official", expect.any(RequestError), undefined]);
});

test.each([false, true])(
  "a client that leaves ends its fetch with a failure, shared: %s",
  async (sharesQueries) => {
    const client = new AbortController();
    await using far = await startSubgraph(() => client.abort(), { sharesQueries });
    const context = { requestId: "r-1", signal: client.signal, caller: anonymous };
    const fetched = far.source.fetch({ ...operation, isMutation: false }, variables(), context);
    expect(await failureOf(fetched)).toBe("SUBGRAPH_UNAVAILABLE");
  },
);

test("numbers that no JavaScript number holds come and go as they are", async () => {
  await using far = await startSubgraph(async (request, response) => {
    const { variables: sent } = /"variables":(?<variables>.*)}$/.exec(await text(request))?.groups ?? {};
    sendJson(response, `{"data":{"a":${sent ?? ""}}}`);
  });
  const given = '{"n":9007199254740993,"list":[1e400,0.5]}';
  const { data } = await far.source.fetch(operation, { text: () => given, values: () => ({}) }, newContext());
  expect(toJsonText(data?.["a"])).toBe(given);
});

test("a response in many pieces is read whole, also where a piece ends within a character", async () => {
  const body = Buffer.from(JSON.stringify({ data: { a: "Nguyễn Thị Ánh ".repeat(2_000) } }));
  await using far = await startSubgraph(async (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    for (let at = 0; at < body.length; at += 997) {
      await new Promise((resolve) => response.write(body.subarray(at, at + 997), resolve));
    }
    response.end();
  });
  const { data } = await far.source.fetch(operation, variables(), newContext());
  expect(data).toEqual({ a: "Nguyễn Thị Ánh ".repeat(2_000) });
});

test.each([
  { when: "before anything is sent", body: undefined },
  { when: "in the middle of the response", body: '{"data":' },
])("a fetch that is canceled $when ends at once, and its connection with it", async ({ body }) => {
  const client = new AbortController();
  const events = new EventEmitter();
  const closed = once(events, "closed");
  await using far = await startSubgraph((_request, response) => {
    response.once("close", () => events.emit("closed"));
    response.writeHead(200, { "content-type": "application/json" });
    if (body) response.write(body);
    else response.flushHeaders();
    client.abort();
  });
  const fetch = far.source.fetch(operation, variables(), {
    requestId: "r",
    signal: client.signal,
    caller: anonymous,
  });
  expect(await failureOf(fetch)).toBe("SUBGRAPH_UNAVAILABLE");
  await closed;
});

test("a fetch for a client that has left is not sent", async () => {
  let requests = 0;
  await using far = await startSubgraph((_request, response) => {
    requests += 1;
    sendJson(response, '{"data":{}}');
  });
  const left = { requestId: "r", signal: AbortSignal.abort(), caller: anonymous };
  expect(await failureOf(far.source.fetch(operation, variables(), left))).toBe("SUBGRAPH_UNAVAILABLE");
  expect(requests).toBe(0);
});

test("a fetch that waits for a connection ends in time, too", async () => {
  let requests = 0;
  await using far = await startSubgraph(() => void (requests += 1), { timeoutMs: 100 });
  const fetches = Array.from({ length: 100 }, () =>
    failureOf(far.source.fetch(operation, variables(), newContext())),
  );
  // From then on, connections are free for others.
  const sent = Promise.race(fetches).then(() => requests);
  expect(new Set(await Promise.all(fetches))).toEqual(new Set(["SUBGRAPH_TIMEOUT"]));
  expect(await sent).toBeLessThan(100);
});

test("a fetch leaves no listener on the signal of its request", async () => {
  await using far = await startSubgraph((_request, response) => void sendJson(response, '{"data":{}}'));
  const { signal } = new AbortController();
  const listening = { added: 0, removed: 0 };
  const counted = new Proxy(signal, {
    get: (target, name) => {
      if (name === "addEventListener") listening.added += 1;
      if (name === "removeEventListener") listening.removed += 1;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
  await far.source.fetch(operation, variables(), { requestId: "r", signal: counted, caller: anonymous });
  expect(listening).toEqual({ added: 1, removed: 1 });
});
