import { createHook } from "node:async_hooks";
import { EventEmitter, once } from "node:events";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RequestInfo } from "../src/request-info.js";
import { executorGraph } from "./support/executor-graph.js";
import { echo, jsonType, startEcho, textOf, type EchoServer } from "./support/echo-server.js";

let server: EchoServer;
beforeAll(async () => {
  server = await startEcho();
});
afterAll(() => server[Symbol.asyncDispose]());

const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
const asking = (text: string) => JSON.stringify({ query: echo, variables: { text } });
const short = asking("Tày");
const long = asking("Tày ".repeat(1_000));

const encodings: readonly (readonly [string, "br" | "gzip" | undefined])[] = [
  ["gzip", "gzip"],
  ["br", "br"],
  ["GZIP", "gzip"],
  ["gzip, deflate, br", "br"],
  ["br;q=0.5, gzip;q=0.8", "gzip"],
  ["gzip;q=0, br;q=0.1", "br"],
  ["*", "br"],
  ["*, br;q=0", "gzip"],
  ["gzip;q=0.5, identity", undefined],
  ["gzip;q=0", undefined],
  ["identity", undefined],
  ["deflate, zstd", undefined],
  ["*;q=0", undefined],
  ["", undefined],
];

test.each(encodings)(
  "with Accept-Encoding %j, a long answer is encoded as %s",
  async (accepted, encoding) => {
    const plain = textOf(await server.sendTwice({ body: long, headers: jsonType }));
    const headers = { ...jsonType, "accept-encoding": accepted };
    const received = await server.sendTwice({ body: long, headers });
    expect(received.headers["content-encoding"]).toBe(encoding);
    expect(received.headers.vary).toBe("Accept, Accept-Encoding");
    const decoded = encoding ? decoders[encoding](received.bytes) : received.bytes;
    expect(decoded.toString("utf8")).toBe(plain);
  },
);

test("a short answer is compressed only for a client that takes nothing else", async () => {
  for (const [accepted, encoding] of [
    ["gzip, br", undefined],
    ["gzip, identity;q=0", "gzip"],
  ] as const) {
    const headers = { ...jsonType, "accept-encoding": accepted };
    const received = await server.sendTwice({ body: short, headers });
    expect(received.headers["content-encoding"]).toBe(encoding);
  }
});

test("an answer by GET says what it depends on, and may not be kept", async () => {
  await using shared = await startEcho({ corsOrigins: ["https://a.example"] });
  const { headers } = await shared.sendTwice({ path: "/graphql?query={me}" });
  expect([headers.vary, headers["cache-control"]]).toEqual(["Origin, Accept, Accept-Encoding", "no-store"]);
});

test("an answer that no compression was asked for has no headers about it", async () => {
  const { headers } = await server.sendTwice({ body: long, headers: jsonType });
  expect([headers.vary, headers["content-encoding"]]).toEqual([undefined, undefined]);
});

test("an answer whose client has left is not compressed", async () => {
  let compressions = 0;
  const init = (_id: number, type: string) => void (compressions += type === "ZLIB" ? 1 : 0);
  const hook = createHook({ init }).enable();
  const client = new AbortController();
  const events = new EventEmitter();
  const left = once(events, "left");
  const graph = executorGraph(async ({ context, request }) => {
    if (request.variables?.["text"] === "leaves") {
      client.abort();
      await once((context as unknown as RequestInfo).signal, "abort");
      events.emit("left");
    }
    return { data: { me: "Tày ".repeat(1_000) } };
  });
  await using slow = await startEcho({ graph, createContext: (request) => request });
  const headers = { ...jsonType, "accept-encoding": "gzip" };
  await expect(slow.send({ body: asking("leaves"), headers, signal: client.signal })).rejects.toThrow(
    "abort",
  );
  await left;
  await slow.send({ body: short, headers });
  hook.disable();
  expect(compressions).toBe(1);
});
