import { maxHeaderSize } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  answerOf,
  echo,
  jsonType,
  refusalOf,
  startEcho,
  textOf,
  type EchoServer,
} from "./support/echo-server.js";

let server: EchoServer;
beforeAll(async () => {
  server = await startEcho();
});
afterAll(() => server[Symbol.asyncDispose]());

test("HEAD is answered as GET, without the answer itself", async () => {
  for (const path of ["/graphql?query={me}", "/health"]) {
    const [got, head] = [await server.sendTwice({ path }), await server.sendTwice({ path, method: "HEAD" })];
    expect([got.status, head.status, head.bytes.length]).toEqual([200, 200, 0]);
    expect(head.headers["content-length"]).toBe(got.headers["content-length"]);
  }
});

test("a mutation is executed by POST only", async () => {
  const before = server.executed.length;
  const query = "mutation { change }";
  await server.sendTwice({ body: JSON.stringify({ query }), headers: jsonType });
  for (const method of ["GET", "HEAD"]) {
    const path = `/graphql?query=${encodeURIComponent(query)}`;
    const refused = await server.sendTwice({ method, path });
    expect([refused.status, refused.headers.allow]).toEqual([405, "POST"]);
  }
  expect(server.executed.slice(before)).toEqual(["mutation", "mutation"]);
});

test.each(["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])(
  "%s is answered with 405 and the methods that are served",
  async (method) => {
    for (const headers of [{}, { "content-type": "text/plain", "content-length": 0 }]) {
      const refused = await server.sendTwice({ method, headers });
      expect(refusalOf(refused)).toEqual({ status: 405, code: "BAD_REQUEST" });
      expect(refused.headers.allow).toBe("GET, HEAD, POST, OPTIONS");
    }
  },
);

test("OPTIONS says which methods are served, whether or not a page of another site may ask", async () => {
  for (const corsOrigins of [[], ["https://a.example"]]) {
    await using shared = await startEcho({ corsOrigins });
    const { status, headers } = await shared.sendTwice({ method: "OPTIONS" });
    expect([status, headers.allow]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    const preflight = { origin: "https://a.example", "access-control-request-method": "POST" };
    const allowed = await shared.sendTwice({ method: "OPTIONS", headers: preflight });
    expect(allowed.headers["access-control-allow-origin"]).toBe(corsOrigins[0]);
  }
});

test("a URL that is too long is answered with 431 and what to do", async () => {
  const refused = await server.sendTwice({ path: `/graphql?query=${"x".repeat(maxHeaderSize)}` });
  expect(refusalOf(refused)).toEqual({ status: 431, code: "PAYLOAD_TOO_LARGE" });
  expect(answerOf(refused).errors?.[0]?.message).toContain("by POST");
  const longest = await server.sendTwice({
    path: `/graphql?query={me}&x=${"x".repeat(maxHeaderSize - 500)}`,
  });
  expect(longest.status).toBe(200);
});

const length = Buffer.byteLength(JSON.stringify({ query: "{ me }" }));
const head = "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n";
test.each([
  ["fewer bytes than the request has", `${head}Content-Length: ${length - 1}\r\n\r\n`],
  ["two different lengths", `${head}Content-Length: ${length}\r\nContent-Length: 1\r\n\r\n`],
  ["a length and chunks", `${head}Content-Length: ${length}\r\nTransfer-Encoding: chunked\r\n\r\n`],
  ["no number", `${head}Content-Length: x\r\n\r\n`],
])("a Content-Length that says %s is answered with 400", async (_, start) => {
  const before = server.executed.length;
  const answer = await server.sendRaw(start + JSON.stringify({ query: "{ me }" }));
  expect(answer).toMatch(/^HTTP\/1.1 400 [^]*"code":"BAD_REQUEST"/);
  expect(server.executed).toHaveLength(before);
});

test("a URL with bytes that are not ASCII is refused", async () => {
  const query = encodeURIComponent(echo);
  for (const variables of [Buffer.from('{"text":"Tày"}').toString("latin1"), '{"text":"T\u00e0y"}']) {
    const start = `GET /graphql?query=${query}&variables=${variables} HTTP/1.1\r\nHost: a\r\n\r\n`;
    expect(await server.sendRaw(start)).toMatch(/^HTTP\/1.1 400 [^]*"code":"BAD_REQUEST"/);
  }
});

test("a malformed Host header is answered with 400", async () => {
  for (const host of ["a b", "a/b", "a,b<"]) {
    const received = await server.sendTwice({
      body: JSON.stringify({ query: "{ me }" }),
      headers: { ...jsonType, host },
    });
    expect(refusalOf(received)).toEqual({ status: 400, code: "BAD_REQUEST" });
  }
  expect(
    textOf(await server.send({ path: "/graphql?query={me}", headers: { host: "[::1]:4000" } })),
  ).toContain("data");
});
