import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerOf, echo, jsonType, refusalOf, startEcho, type EchoServer } from "./support/echo-server.js";

let server: EchoServer;
beforeAll(async () => {
  server = await startEcho();
});
afterAll(() => server[Symbol.asyncDispose]());

const json = JSON.stringify({ query: echo, variables: { text: "Tày" } });
const bytes = Buffer.from(json);
const answer = { data: { me: '{"text":"Tày"}' } };
const typed = (type: string) => ({ "content-type": type });
const encoded = (encoding: string) => ({ ...jsonType, "content-encoding": encoding });

test("JSON in UTF-8 is read, whatever else its content type says, with or without a byte order mark", async () => {
  const types = [
    "application/json",
    "Application/JSON",
    "application/json;",
    'application/json; charset="UTF-8"',
  ];
  const odd = ["application/json;charset=utf8", "application/json; boundary=x; charset=utf-8; charset=utf-8"];
  for (const type of [...types, ...odd]) {
    const received = await server.sendTwice({ body: bytes, headers: typed(type) });
    expect(answerOf(received), type).toEqual(answer);
  }
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
  expect(answerOf(await server.sendTwice({ body: marked, headers: jsonType }))).toEqual(answer);
});

test.each([
  "text/plain",
  "text/plain; a=application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/graphql",
  "application/json-patch+json",
  "application/json, text/plain",
  "json",
  "application/json; charset=iso-8859-1",
  "application/json; charset=utf-16",
  "application/json; charset=",
  "application/json; charset=utf-8; charset=iso-8859-1",
  undefined,
])("the content type %s is answered with 415", async (type) => {
  const refused = await server.sendTwice({ body: bytes, headers: type === undefined ? {} : typed(type) });
  expect(refusalOf(refused)).toEqual({ status: 415, code: "UNSUPPORTED_MEDIA_TYPE" });
  expect(answerOf(refused).errors?.[0]?.message).toMatch(
    /^Expected the (content type application\/json|charset utf-8)/,
  );
});

test("bytes that are no UTF-8 are refused, not replaced", async () => {
  const before = server.executed.length;
  const long = JSON.stringify({ query: echo, variables: { text: `Tày${" ".repeat(5_000)}` } });
  for (const body of [json, long].flatMap((text) => [
    Buffer.from(text, "latin1"),
    Buffer.from(text, "utf16le"),
  ])) {
    expect(refusalOf(await server.sendTwice({ body, headers: jsonType }))).toEqual({
      status: 400,
      code: "BAD_REQUEST",
    });
  }
  expect(server.executed).toHaveLength(before);
});

test("a compressed body is read", async () => {
  const bodies = { gzip: gzipSync(bytes), GZIP: gzipSync(bytes), "x-gzip": gzipSync(bytes), identity: bytes };
  const others = { deflate: deflateSync(bytes), br: brotliCompressSync(bytes) };
  for (const [encoding, body] of Object.entries({ ...bodies, ...others })) {
    expect(answerOf(await server.sendTwice({ body, headers: encoded(encoding) })), encoding).toEqual(answer);
  }
});

test.each(["zstd", "gzip, br", "aws-chunked", ""])(
  "the content encoding %j is answered with 415 and those that are read",
  async (encoding) => {
    const refused = await server.sendTwice({ body: bytes, headers: encoded(encoding) });
    expect(refusalOf(refused)).toEqual({ status: 415, code: "UNSUPPORTED_MEDIA_TYPE" });
    expect(refused.headers["accept-encoding"]).toBe("gzip, deflate, br");
  },
);

test("a body that is not encoded as it says is malformed", async () => {
  const cut = gzipSync(bytes).subarray(0, -12);
  for (const [encoding, body] of [
    ["gzip", bytes],
    ["br", bytes],
    ["deflate", bytes],
    ["gzip", cut],
  ] as const) {
    const refused = await server.sendTwice({ body, headers: encoded(encoding) });
    expect(refusalOf(refused)).toEqual({ status: 400, code: "BAD_REQUEST" });
  }
});

test("what a body grows to is limited too, and no more of it is decoded", async () => {
  const limit = 1024 * 1024;
  const bomb = gzipSync(Buffer.alloc(300 * limit));
  expect(bomb.length).toBeLessThan(limit);
  const before = process.memoryUsage().arrayBuffers;
  const refused = await server.sendTwice({ body: bomb, headers: encoded("gzip") });
  expect(refusalOf(refused)).toEqual({ status: 413, code: "PAYLOAD_TOO_LARGE" });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * limit);
  const padded = JSON.stringify({ query: echo, variables: {}, pad: " ".repeat(limit - 200) });
  const whole = await server.sendTwice({ body: brotliCompressSync(padded), headers: encoded("br") });
  expect(whole.status).toBe(200);
});

test("the limit of a body is that of its server, whether the length is known before or not", async () => {
  const limit = 2 * 1024 * 1024;
  await using large = await startEcho({ bodyLimitBytes: limit });
  const padded = (size: number) => `${json}${" ".repeat(size - bytes.length)}`;
  for (const headers of [jsonType, { ...jsonType, "transfer-encoding": "chunked" }]) {
    expect(answerOf(await large.send({ body: padded(limit), headers }))).toEqual(answer);
    const refused = await large.send({ body: padded(limit + 1), headers });
    expect(refusalOf(refused)).toEqual({ status: 413, code: "PAYLOAD_TOO_LARGE" });
  }
});
