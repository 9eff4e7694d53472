import { once } from "node:events";
import { request } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { IncomingMessage } from "node:http";
import { createLogger } from "@an-sinh/server/logger";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createIdentify } from "../../src/identity/identify.js";
import { allBooks, startReports, type ReportsUnderTest } from "../support/report-graph.js";
import { createIssuer, type TokenIssuer } from "../support/token-issuer.js";

const pages: number[] = [];
let issuer: TokenIssuer;
let graph: ReportsUnderTest;
let table: string;
beforeAll(async () => {
  issuer = await createIssuer();
  graph = await startReports(
    { "all-books": allBooks },
    { size: 50, onPage: (start) => void pages.push(start) },
    { identify: createIdentify(issuer.settings, createLogger("silent")) },
  );
  table = await (await graph.get("all-books.csv")).text();
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => void pages.splice(0));

/** Sends these headers and no others, as `fetch` would. */
async function send(method: string, path: string, headers: Record<string, string>) {
  const asked = request(`${graph.url}/reports${path && `/${path}`}`, { method, headers });
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

/** What these programs send, by their own documents and as seen on the wire. */
const clients: readonly [client: string, headers: Record<string, string>][] = [
  ["curl", { accept: "*/*", "user-agent": "curl/8.14.1" }],
  ["pandas", { "accept-encoding": "identity", "user-agent": "Python-urllib/3.13", connection: "close" }],
  [
    "Power Query",
    {
      accept: "*/*",
      "accept-encoding": "gzip, deflate",
      "user-agent": "Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)",
      "accept-language": "vi-VN",
      "cache-control": "no-cache",
    },
  ],
  [
    "Excel",
    {
      accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
      "accept-encoding": "gzip, deflate",
      "user-agent": "Microsoft Office Excel 2019 (16.0) Windows NT 10.0",
      "x-office-major-version": "16",
      "x-idcrl_accepted": "t",
      "x-msgeturl": "t",
    },
  ],
  [
    "LibreOffice",
    { accept: "*/*", "accept-encoding": "deflate, gzip, br", "user-agent": "LibreOffice 25.2 libcurl" },
  ],
];

describe.each(clients)("%s", (_client, headers) => {
  test("gets the table by a plain GET, and looks for it before by HEAD", async () => {
    const found = await send("HEAD", "all-books.csv", headers);
    expect([found.status, found.body.length, pages]).toEqual([200, 0, [0]]);
    const { status, body, headers: told } = await send("GET", "all-books.csv", headers);
    expect(status).toBe(200);
    const text = told["content-encoding"] === "br" ? brotliDecompressSync(body) : body;
    expect((told["content-encoding"] === "gzip" ? gunzipSync(body) : text).toString()).toBe(table);
    for (const name of ["content-type", "content-disposition", "accept-ranges", "cache-control", "vary"])
      expect(found.headers[name], name).toBe(told[name]);
  });
});

test.each(["OPTIONS", "PROPFIND"])(
  "%s, which an office program sends first, says what there is",
  async (method) => {
    const { status, headers } = await send(method, "all-books.xlsx", {});
    expect(status).toBe(method === "OPTIONS" ? 204 : 405);
    expect(headers.allow).toBe("GET, HEAD, OPTIONS");
    expect(pages).toEqual([]);
  },
);

test("HEAD has the status that GET would have", async () => {
  const statusOf = async (path: string) => (await send("HEAD", path, {})).status;
  expect(await statusOf("all-books.csv?kind=WRONG")).toBe(400);
  expect(await statusOf("nothing.csv")).toBe(404);
  expect(await statusOf("")).toBe(200);
});

test.each<Record<string, string>>([
  { range: "bytes=100-" },
  { "if-none-match": "*" },
  { "if-modified-since": "Fri, 27 Nov 2026 00:00:00 GMT" },
])("%j: the whole table comes, because no part or earlier copy of it is known", async (headers) => {
  const { status, body } = await send("GET", "all-books.csv", headers);
  expect([status, body.toString()]).toEqual([200, table]);
});

test.each([
  ["a user and a password", () => "Basic dXNlcjp3b3Jk"],
  ["a key", () => "ApiKey abc"],
])("%s are no sign-in: the message says what is", async (_what, authorization) => {
  const { status, headers, body } = await send("GET", "all-books.csv", { authorization: authorization() });
  expect(status).toBe(401);
  expect(headers["www-authenticate"]).toMatch(/^Bearer /);
  expect(body.toString()).toContain("Expected one header Authorization: Bearer");
});

test("a token in the header is a sign-in", async () => {
  const headers = { authorization: `Bearer ${await issuer.sign()}` };
  expect((await send("GET", "all-books.csv", headers)).status).toBe(200);
});
