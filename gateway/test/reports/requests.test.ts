import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportsUnderTest } from "../support/report-graph.js";
import { startRequested } from "../support/requested-reports.js";

let graph: ReportsUnderTest;
beforeAll(async () => {
  graph = await startRequested();
});
afterAll(() => graph[Symbol.asyncDispose]());

describe("who asks", () => {
  test("gets status 401 without a token, 403 without the scope, and the table with it", async () => {
    const as = (authorization?: string) =>
      graph.get("owners.csv", { headers: { ...(authorization !== undefined && { authorization }) } });
    const anyone = await as();
    expect([anyone.status, anyone.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(await anyone.json()).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHORIZED_FIELD_OR_TYPE" } }],
    });
    expect((await as("Bearer books:read")).status).toBe(403);
    expect(await (await as("Bearer owners:read")).text()).toBe("Name,Owner\r\nA,A\r\n");
  });

  test.each<[what: string, headers: Record<string, string>, status: number]>([
    ["a page of another site", { "sec-fetch-site": "cross-site" }, 403],
    ["a page of another site that names itself", { origin: "https://evil.example" }, 403],
    [
      "a page of a site that may read answers",
      { origin: "https://friend.example", "sec-fetch-site": "cross-site" },
      200,
    ],
    ["the page of the gateway", { "sec-fetch-site": "same-origin" }, 200],
    ["the address bar", { "sec-fetch-site": "none" }, 200],
    ["a program", {}, 200],
  ])("%s: each path answers as it may", async (_what, headers, status) => {
    for (const path of ["", "all-books.csv", "chosen/choices/from?search=2024-01-01"])
      expect((await graph.get(path, { headers })).status, path).toBe(status);
  });
});

test("an answer is kept by nobody, embedded by nobody and read as nothing else", async () => {
  const { headers } = await graph.get("all-books.csv");
  expect(Object.fromEntries(headers)).toMatchObject({
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "content-type": "text/csv; charset=utf-8",
  });
});

test.each([
  ["nothing.csv", 404],
  ["all-books", 404],
  ["all-books.pdf", 404],
  ["..%2Fall-books.csv", 404],
  ["chosen/choices/of", 404],
  ["nothing/choices/of", 404],
])("%s: status %i", async (path, status) => {
  const response = await graph.get(path);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
});

test.each(["POST", "PUT", "DELETE"])("%s is refused with what is allowed", async (method) => {
  const response = await graph.get("all-books.csv", { method });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
});
