import { anonymous, readCaller, writeCaller, type Caller } from "@an-sinh/server/caller";
import { RequestError } from "@an-sinh/server/errors";
import { createLogger } from "@an-sinh/server/logger";
import { channelKeys, newChannelKey } from "@an-sinh/server/signatures/channel-keys";
import { signedCallsGuard } from "@an-sinh/server/signatures/signed-calls-guard";
import { EventEmitter, once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
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
  expect(new Set(await Promise.all(fetches))).toEqual(new Set(["SUBGRAPH_TIMEOUT"]));
  expect(requests).toBeLessThan(100);
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

test.each([
  { what: "identical queries are sent once where they are shared", isMutation: false, shares: true, sent: 1 },
  { what: "identical mutations are never shared", isMutation: true, shares: true, sent: 2 },
  { what: "by default nothing is shared", isMutation: false, shares: false, sent: 2 },
])("$what, and each caller may change its response", async ({ isMutation, shares, sent }) => {
  let requests = 0;
  const respond: Respond = (_request, response) => {
    requests += 1;
    sendJson(response, '{"data":{"a":{"b":1}}}');
  };
  await using far = await startSubgraph(respond, { sharesQueries: shares });
  const asked = { ...operation, isMutation };
  const responses = await Promise.all([1, 2].map(() => far.source.fetch(asked, variables(), newContext())));
  expect(responses.map(({ data }) => data)).toEqual([{ a: { b: 1 } }, { a: { b: 1 } }]);
  expect(responses[0]?.data?.["a"]).not.toBe(responses[1]?.data?.["a"]);
  expect(requests).toBe(sent);
});

test("callers who differ in anything never share", async () => {
  const askers: string[] = [];
  const respond: Respond = (request, response) => {
    askers.push(String(request.headers["x-caller"]));
    setImmediate(() => sendJson(response, '{"data":{}}'));
  };
  await using far = await startSubgraph(respond, {
    sharesQueries: true,
    keys: channelKeys.parse(newChannelKey()),
  });
  const one = { subject: "a", agency: "b", scopes: ["c"], areas: ["d"] };
  const others = [
    { ...one, subject: "x" },
    { ...one, agency: null },
    { ...one, scopes: ["c", "x"] },
    { ...one, scopes: ["d"], areas: ["c"] },
    { ...one, areas: [] },
    anonymous,
  ];
  const callers = [one, ...others, ...others, one];
  const asked = { ...operation, isMutation: false };
  const ask = (caller: Caller) => far.source.fetch(asked, variables(), { ...newContext(), caller });
  await Promise.all(callers.map(ask));
  expect(new Set(askers)).toEqual(new Set(callers.map(writeCaller)));
  expect(askers).toHaveLength(1 + others.length);
});

test.each([true, false])(
  "a query after a mutation does not share one from before, mutation succeeds: %s",
  async (succeeds) => {
    const waiting: (() => void)[] = [];
    let value = 1;
    const respond: Respond = async (request, response) => {
      const isMutation = (await text(request)).includes("mutation");
      const seen = value;
      if (!isMutation) waiting.push(() => sendJson(response, `{"data":{"a":${seen}}}`));
      if (isMutation) value = 2;
      if (isMutation && succeeds) sendJson(response, '{"data":{}}');
      if (isMutation && !succeeds) response.destroy();
    };
    await using far = await startSubgraph(respond, { sharesQueries: true });
    const ask = () => far.source.fetch({ ...operation, isMutation: false }, variables(), newContext());
    const before = ask();
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    const mutation = { query: "mutation { a }", operationName: undefined, isMutation: true };
    await far.source.fetch(mutation, variables(), newContext()).catch(() => undefined);
    const after = ask();
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    for (const answer of waiting) answer();
    expect((await Promise.all([before, after])).map(({ data }) => data)).toEqual([{ a: 1 }, { a: 2 }]);
  },
);

test.each([
  [undefined, 1_000],
  [1_000, undefined],
])("a fetch of a request with less time left is not shared: %s and %s ms", async (...lefts) => {
  let requests = 0;
  const respond: Respond = (_request, response) => {
    requests += 1;
    sendJson(response, '{"data":{}}');
  };
  await using far = await startSubgraph(respond, { sharesQueries: true });
  const asked = { ...operation, isMutation: false };
  const contexts = lefts.map((left) => ({
    ...newContext(),
    deadline: left === undefined ? undefined : performance.now() + left,
  }));
  await Promise.all(contexts.map((context) => far.source.fetch(asked, variables(), context)));
  expect(requests).toBe(2);
});
