import { afterAll, beforeAll, expect, test } from "vitest";
import { jsonType, refusalOf, startEcho, textOf, type EchoServer } from "./support/echo-server.js";

const corsOrigins = ["https://dashboard.example"];

let server: EchoServer;
beforeAll(async () => {
  server = await startEcho({ corsOrigins });
});
afterAll(() => server[Symbol.asyncDispose]());

const path = "/graphql?query={me}";
const body = JSON.stringify({ query: "{ me }" });

// What browsers send by themselves. A page can neither set nor remove these headers.
const foreign: readonly (readonly [string, Record<string, string>])[] = [
  ["an image or a script", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
  ["another port or subdomain", { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors" }],
  ["a link", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }],
  ["a script that wants to read", { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" }],
  ["a frame without an origin", { "sec-fetch-site": "cross-site", origin: "null" }],
  ["an old browser", { origin: "https://elsewhere.example" }],
  ["a name that begins alike", { origin: "https://dashboard.example.org" }],
];

test.each(foreign)("a page of another site cannot make its visitors ask by GET: %s", async (_, headers) => {
  await server.send({ body, headers: jsonType });
  const before = server.executed.length;
  for (const accept of ["*/*", "application/json", "application/graphql-response+json"]) {
    for (const method of ["GET", "HEAD"]) {
      const { status } = await server.send({ path, method, headers: { ...headers, accept } });
      expect(status).toBe(403);
    }
  }
  expect(refusalOf(await server.send({ path, headers }))).toEqual({ status: 403, code: "FORBIDDEN" });
  expect(server.executed).toHaveLength(before);
});

const welcome: readonly (readonly [string, Record<string, string>])[] = [
  ["a program", {}],
  ["a program that imitates fetch", { "sec-fetch-mode": "cors" }],
  ["a page of the same site", { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" }],
  ["a person who types the address", { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" }],
  [
    "a page that may read the answer",
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors", origin: "https://dashboard.example" },
  ],
];

test.each(welcome)("these may ask by GET, and no other page can embed the answer: %s", async (_, headers) => {
  const received = await server.sendTwice({ path, headers });
  expect(textOf(received)).toBe('{"data":{"me":"{}"}}');
  expect(received.headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(received.headers["access-control-allow-origin"]).toBe(headers["origin"]);
});
