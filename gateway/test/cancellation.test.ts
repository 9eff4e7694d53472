import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import { startGateway, topologies } from "./support/gateway.js";

test.each(topologies)("a client that leaves cancels the work for it, %s", async (topology) => {
  const events = new EventEmitter();
  const started = once(events, "started");
  const canceled = once(events, "canceled");
  const slow = {
    name: "slow",
    sdl: "type Query { slow: Int }",
    resolvers: {
      Query: {
        slow: (_: unknown, _args: unknown, context: { readonly signal: AbortSignal }) => {
          events.emit("started");
          return new Promise((resolve) => {
            context.signal.addEventListener("abort", () => {
              events.emit("canceled");
              resolve(1);
            });
          });
        },
      },
    },
  };
  await using gateway = await startGateway([slow], topology);
  const client = new AbortController();
  const answer = fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ slow }" }),
    signal: client.signal,
  });
  await started;
  client.abort();
  await expect(answer).rejects.toThrow("aborted");
  await canceled;
});
