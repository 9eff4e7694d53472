import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEcho, type EchoServer } from "./support/echo-server.js";

const path = "/schema.graphql";
const type = "text/plain; charset=utf-8";
let text = "type Query { hộ: Int } ".repeat(100);
let server: EchoServer;

beforeAll(async () => {
  server = await startEcho({ texts: [{ path, type, text: () => text }] });
});
afterAll(() => server[Symbol.asyncDispose]());

test("a text is sent as it is now, compressed to whom can read that", async () => {
  const { status, headers, bytes } = await server.send({ path, headers: { "accept-encoding": "br" } });
  expect([status, headers["content-type"], headers["content-encoding"]]).toEqual([200, type, "br"]);
  expect(brotliDecompressSync(bytes).toString()).toBe(text);
});

test("who has the text learns that it is the same, until it is another one", async () => {
  const { headers } = await server.send({ path });
  const again = () => server.send({ path, headers: { "if-none-match": `"other", ${headers.etag}` } });
  const same = await again();
  expect([same.status, same.bytes.length, headers["cache-control"]]).toEqual([304, 0, "no-cache"]);
  text += "# changed";
  const changed = await again();
  expect([changed.status, changed.bytes.toString()]).toEqual([200, text]);
});

test("HEAD tells the same without the text", async () => {
  const { status, headers, bytes } = await server.send({ method: "HEAD", path });
  expect([status, headers["content-type"], bytes.length]).toEqual([200, type, 0]);
});
