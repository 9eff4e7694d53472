import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { startEcho } from "./support/echo-server.js";

const head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

const slow: readonly (readonly [string, string, string])[] = [
  ["headers", head, "X-More: 1\r\n"],
  ["a body", `${head}Content-Length: 100000\r\n\r\n{`, " "],
  ["a body of no known length", `${head}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`, "1\r\n \r\n"],
];

// Node looks every 30 s if it is not told otherwise.
test.each(slow)(
  "a client that sends %s slowly is cut off in time",
  { timeout: 10_000 },
  async (_, begin, more) => {
    await using server = await startEcho({ arrivalTimeoutMs: 100 });
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.on("error", () => undefined).write(begin);
    const sending = setInterval(() => socket.write(more), 10);
    const answer = await text(socket);
    clearInterval(sending);
    expect(answer).toContain("HTTP/1.1 408 ");
    expect(server.executed).toEqual([]);
  },
);

test("a request may take 30 s to arrive", async () => {
  await using server = await startEcho();
  const { headersTimeout, requestTimeout } = server.fastify.server;
  expect([headersTimeout, requestTimeout]).toEqual([30_000, 30_000]);
});
