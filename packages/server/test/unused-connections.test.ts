import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { startEcho } from "./support/echo-server.js";

test("a connection on which nothing came does not hold up the end of a server", async () => {
  await using server = await startEcho({ drainTimeoutMs: 60_000 });
  const accepted = once(server.fastify.server, "connection");
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  await accepted;
  const ended = once(socket.resume(), "close");
  await server[Symbol.asyncDispose]();
  await ended;
  expect(server.fastify.server.listening).toBe(false);
});
