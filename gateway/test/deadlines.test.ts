import { EventEmitter, once } from "node:events";
import { anonymous } from "@an-sinh/server/caller";
import { expect, test } from "vitest";
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
    sdl: "type Query { slow: Int }",
    resolvers: {
      Query: {
        slow: async (_: unknown, _args: unknown, { signal }: { readonly signal: AbortSignal }) => {
          await once(signal, "abort");
          events.emit("ended");
          return 1;
        },
      },
    },
  };
  await using gateway = await startGateway([slow], topology, { requestTimeoutMs: 500 });
  const { errors } = await gateway.query("{ slow }");
  expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_TIMEOUT" } }]);
  await ended;
});
