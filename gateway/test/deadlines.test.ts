import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { anonymous } from "@an-sinh/server/caller";
import { expect, test, vi } from "vitest";
import { LocalDataSource } from "../src/data-sources/local-data-source.js";
import { fetchTimeMs } from "../src/data-sources/subgraph-source.js";
import { silent, startGateway, topologies } from "./support/gateway.js";

const variables = { text: () => "{}", values: () => ({}) };
const operation = { query: "{ slow }", operationName: undefined };

test("the time limit of a fetch ends what the subgraph does for it", async () => {
  let ended: unknown;
  const prepare =
    () =>
    async (_values: object, _name: unknown, { signal }: { readonly signal: AbortSignal }) => {
      await once(signal, "abort");
      ended = signal.reason;
      return {};
    };
  const source = new LocalDataSource({ name: "slow", prepare }, silent, 1);
  const context = { requestId: "1", caller: anonymous, signal: new AbortController().signal };
  await expect(source.fetch(operation, variables, context)).rejects.toMatchObject({
    code: "SUBGRAPH_TIMEOUT",
  });
  expect(ended).toMatchObject({ code: "SUBGRAPH_TIMEOUT" });
});

test("no fetch takes longer than its request has left", () => {
  const context = { requestId: "1", caller: anonymous, signal: new AbortController().signal };
  expect(fetchTimeMs(context, 10_000)).toBe(10_000);
  expect(fetchTimeMs({ ...context, deadline: performance.now() + 5_000 }, 10_000)).toBeLessThanOrEqual(5_000);
  expect(fetchTimeMs({ ...context, deadline: 0 }, 10_000)).toBeLessThanOrEqual(0);
});

test.each(topologies)("the deadline of a request reaches the subgraph, %s", async (topology) => {
  const events = new EventEmitter();
  const ended = once(events, "ended");
  const slow = {
    name: "slow",
    sdl: "type Query { slow: Int, quick: Int }",
    resolvers: {
      Query: {
        quick: () => 1,
        slow: async (_: unknown, _args: unknown, { signal }: { readonly signal: AbortSignal }) => {
          await once(signal, "abort");
          events.emit("ended");
          return 1;
        },
      },
    },
  };
  await using gateway = await startGateway([slow], topology, { requestTimeoutMs: 500 });
  // The first operation takes the longest to plan.
  await gateway.query("{ quick }");
  const { errors } = await gateway.query("{ slow }");
  expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_TIMEOUT" } }]);
  await ended;
});

test("the time that a request waits for others to begin counts", async () => {
  const subgraph = {
    name: "quick",
    sdl: "type Query { quick: Int }",
    resolvers: { Query: { quick: () => 1 } },
  };
  const requestTimeoutMs = 50;
  let asked = 0;
  const identify = async () => {
    asked += 1;
    const end = performance.now() + (asked === 1 ? 2 * requestTimeoutMs : 0);
    while (performance.now() < end);
    return anonymous;
  };
  const load = { mostUnderWay: 10, mostWaitMs: 60_000 };
  await using gateway = await startGateway([subgraph], "local", { requestTimeoutMs, identify, load });
  const socket = connect(Number(new URL(gateway.url).port), "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => (text += String(chunk)));
  const head = "Host: localhost\r\nApollo-Require-Preflight: 1\r\nAccept: application/json\r\n\r\n";
  // The second one has come when the first one begins, which takes all of its time.
  socket.write(`GET /graphql?query=%7Bquick%7D HTTP/1.1\r\n${head}`.repeat(2));
  await vi.waitFor(() => expect(text.match(/SUBGRAPH_TIMEOUT/g)).toHaveLength(2), { timeout: 5_000 });
  socket.destroy();
});
