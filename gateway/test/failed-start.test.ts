import { once } from "node:events";
import { connect } from "node:net";
import { expect, test, vi } from "vitest";
import { startFakeRedis } from "../../packages/server/test/support/fake-redis.js";
import { createGateway } from "../src/gateway.js";
import { silent } from "./support/gateway.js";
import { compose } from "./support/supergraph.js";

const supergraphSdl = compose([{ name: "one", url: "", sdl: "type Query { a: Int }" }]);
const noSource = () => {
  throw new Error("no source");
};

test.each([
  ["a supergraph that cannot be read", { supergraphSdl: "type Query {" }],
  ["a source that cannot be made", { sourceFor: noSource }],
])("%s leaves no connection to Redis", async (_name, options) => {
  const redis = await startFakeRedis();
  const started = createGateway({
    supergraphSdl,
    sourceFor: () => ({ fetch: async () => ({}) }),
    logger: silent,
    introspection: false,
    redisUrl: redis.url,
    ...options,
  });
  await expect(started).rejects.toThrow(/Syntax Error|no source/);
  // Where the gateway still wants a connection, it has one by the time that this one is answered.
  const own = connect(redis.port, "127.0.0.1");
  for (const _ of [1, 2, 3]) {
    own.write("*1\r\n$4\r\nPING\r\n");
    await once(own, "data");
  }
  await vi.waitFor(() => expect(redis.connections()).toBe(1));
  own.destroy();
  await redis.stop();
});
