import { anonymous, writeCaller, type Caller } from "@an-sinh/server/caller";
import { channelKeys, newChannelKey } from "@an-sinh/server/signatures/channel-keys";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { newContext, sendJson, startSubgraph, variables, type Respond } from "./support/far-subgraph.js";

const operation = { query: '{ a(text: "é\\n") }', operationName: "A" };

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
