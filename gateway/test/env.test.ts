import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAllowed } from "@an-sinh/server/allowed-origins";
import { expect, test } from "vitest";
import { readGatewaySettings, readNextSettings } from "../src/env.js";
import { toGatewayOptions } from "../src/serving-settings.js";
import { readSubgraphSettings } from "../src/subgraph-settings.js";
import { enoughSettings, problemsOf } from "./support/settings.js";
import { compose } from "./support/supergraph.js";

const { folder, file, enough } = enoughSettings();

test("every bad setting is named at once, without its value", async () => {
  const problems = await problemsOf({
    SUPERGRAPH_FILE: file,
    PORT: "abc",
    CORS_ORIGINS: "example.org",
    EXECUTOR: "other",
    UNAUTHORIZED: "ignore",
    SUBGRAPH_URL_FAR_AWAY: "ftp://user:hidden@x",
    SUBGRAPH_KEY_OTHER: "hidden",
  });
  expect(problems).toEqual([
    "PORT: expected a port number from 0 to 65535",
    "CORS_ORIGINS: expected origins such as https://example.org, separated by commas",
    "EXECUTOR: expected compiled or stock",
    "UNAUTHORIZED: expected cut or reject",
    'SUBGRAPH_URL_FAR_AWAY: expected an http or https URL for subgraph "far-away"',
    'SUBGRAPH_URL_OTHER: expected an http or https URL for subgraph "other"',
    expect.stringMatching(/^SUBGRAPH_KEY_OTHER: expected one key or two with a comma(?!.*hidden)/),
  ]);
});

test("a supergraph file that is missing or is no supergraph is named", async () => {
  const plain = join(folder, "plain.graphql");
  writeFileSync(plain, "type Query { a: Int }");
  expect((await problemsOf({ SUPERGRAPH_FILE: "/nowhere" }))[0]).toMatch(
    /^SUPERGRAPH_FILE: cannot use \/nowhere: ENOENT/,
  );
  expect((await problemsOf({ SUPERGRAPH_FILE: plain }))[0]).toMatch(/expected a composed supergraph/);
});

test("settings of subgraphs that the supergraph does not have are told", async () => {
  const unused = { SUBGRAPH_URL_NOBODY: "http://x", SUBGRAPH_KEY_NOBODY: "0".repeat(64) };
  const settings = await readGatewaySettings({ ...enough, ...unused });
  expect(settings.unusedSettings).toEqual([
    "SUBGRAPH_URL_NOBODY: the supergraph has no such subgraph; it has SUBGRAPH_URL_FAR_AWAY, SUBGRAPH_URL_OTHER",
    "SUBGRAPH_KEY_NOBODY: the supergraph has no such subgraph; it has SUBGRAPH_KEY_FAR_AWAY, SUBGRAPH_KEY_OTHER",
  ]);
});

test("the supergraph comes from a file or from a URL, whose password is not told", async () => {
  expect(await problemsOf({ ...enough, SUPERGRAPH_URL: "http://x" })).toEqual([
    "SUPERGRAPH_URL: expected no SUPERGRAPH_FILE beside it",
  ]);
  expect(await problemsOf({ SUPERGRAPH_URL: "ftp://x" })).toEqual([
    "SUPERGRAPH_URL: expected an http or https URL",
  ]);
  expect(await problemsOf({ SUPERGRAPH_URL: "http://user:hidden@127.0.0.1:9/x" })).toEqual([
    expect.stringMatching(/^SUPERGRAPH_URL: cannot use http:\/\/127\.0\.0\.1:9\/x: (?!.*hidden)/),
  ]);
});

test("a subgraph that another supergraph adds needs a URL, and a key where calls are signed", async () => {
  const added = (url: string) =>
    compose([
      { name: "other", url: "", sdl: "type Query { b: Int }" },
      { name: "new", url, sdl: "type Query { c: Int }" },
    ]);
  const settings = { ...enough, SUBGRAPH_KEY_OTHER: "0123456789abcdef".repeat(4) };
  const running = await readGatewaySettings(settings);
  expect(() => readNextSettings(added(""), running, settings)).toThrow("SUBGRAPH_URL_NEW: expected an http");
  expect(() => readNextSettings(added("http://c.example"), running, settings)).toThrow(
    'SUBGRAPH_KEY_NEW: expected a key for "new", which the supergraph adds',
  );
  const unsigned = await readGatewaySettings(enough);
  expect(readNextSettings(added("http://c.example"), unsigned, enough).map(({ url }) => url)).toEqual([
    "http://c.example",
    "http://b.example",
  ]);
});

test("a relative path of a supergraph file starts where npm was called", async () => {
  const { subgraphs } = await readGatewaySettings({
    ...enough,
    SUPERGRAPH_FILE: "supergraph.graphql",
    INIT_CWD: folder,
  });
  expect(subgraphs).toEqual([
    { name: "far-away", url: "http://a.example/graphql", keys: undefined },
    { name: "other", url: "http://b.example", keys: undefined },
  ]);
});

test("introspection and the origins of Sandbox are on in development only", async () => {
  const development = await readGatewaySettings(enough);
  const production = await readGatewaySettings({ ...enough, NODE_ENV: "production" });
  expect([development.introspection, production.introspection]).toEqual([true, false]);
  expect(development.corsOrigins).toContain("https://studio.apollographql.com");
  expect(production.corsOrigins).toEqual([]);
  expect([development.hasExplorer, production.hasExplorer]).toEqual([true, false]);
  expect((await readGatewaySettings({ ...enough, INTROSPECTION: "0" })).hasExplorer).toBe(false);
});

test("in development all pages are served, in production those that are named, and none that shows a closed schema", async () => {
  const pagesOf = async (set: Record<string, string>) =>
    (await readGatewaySettings({ ...enough, ...set })).pages;
  expect(await pagesOf({})).toEqual(expect.arrayContaining(["explorer", "docs", "console"]));
  expect(await pagesOf({ PAGES: "none" })).toEqual([]);
  expect(await pagesOf({ INTROSPECTION: "0" })).toEqual(["console"]);
  const inProduction = { NODE_ENV: "production", INTROSPECTION: "1" };
  expect(await pagesOf(inProduction)).toEqual([]);
  expect(await pagesOf({ ...inProduction, PAGES: "docs" })).toEqual(["docs"]);
  await expect(pagesOf({ PAGES: "docs", INTROSPECTION: "0" })).rejects.toThrow(
    "PAGES: docs need INTROSPECTION=1",
  );
  await expect(pagesOf({ PAGES: "exploder" })).rejects.toThrow("PAGES: expected explorer, docs");
});

test.each([
  ["http://localhost:5173", true],
  ["https://localhost", true],
  ["http://127.0.0.1:8080", true],
  ["http://[::1]:3000", true],
  ["http://localhost.example.org", false],
  ["http://localhost:80@example.org", false],
  ["http://example.org/http://localhost", false],
  ["null", false],
])("in development a page from %s may query: %s", async (origin, expected) => {
  expect(isAllowed((await readGatewaySettings(enough)).corsOrigins, origin)).toBe(expected);
});

test("the executor is our own unless Apollo Gateway's is asked for", async () => {
  expect((await readGatewaySettings(enough)).executor).toBe("compiled");
  expect((await readGatewaySettings({ ...enough, EXECUTOR: "stock" })).executor).toBe("stock");
});

test.each([
  { set: {}, kept: { maxBytes: 67_108_864, checkMs: 1_000 } },
  {
    set: { RESPONSE_CACHE_BYTES: "1000", RESPONSE_CACHE_CHECK_MS: "0" },
    kept: { maxBytes: 1_000, checkMs: 0 },
  },
  { set: { RESPONSE_CACHE_BYTES: "0" }, kept: undefined },
  { set: { EXECUTOR: "stock" }, kept: undefined },
])("responses are kept as the settings say: $set", async ({ set, kept }) => {
  const settings = await readGatewaySettings({ ...enough, ...set });
  expect(settings.responseCache).toEqual(kept);
  expect(toGatewayOptions(settings).responseCache).toEqual(kept);
});

test("settings of kept responses that are none are named", async () => {
  const wrong = { RESPONSE_CACHE_BYTES: "many", RESPONSE_CACHE_CHECK_MS: "-1" };
  expect(await problemsOf({ ...enough, ...wrong })).toEqual([
    expect.stringMatching(/^RESPONSE_CACHE_BYTES: expected .*bytes/),
    expect.stringMatching(/^RESPONSE_CACHE_CHECK_MS: expected .*milliseconds/),
  ]);
});

test("two subgraphs that share a setting are refused, each pair by name", () => {
  const subgraphs = ["a-b", "c", "a_b"].map((name) => ({ name, url: "http://a.example" }));
  expect(() => readSubgraphSettings(subgraphs, {})).toThrow(
    'SUBGRAPH_URL_A_B: expected one subgraph of this setting, but "a-b" and "a_b" share it; rename one',
  );
});

test("the operations beside the supergraph are expected, or those that are named, or none", async () => {
  const beside = join(mkdtempSync(join(tmpdir(), "gateway-")), "operations");
  mkdirSync(beside);
  const moved = { ...enough, SUPERGRAPH_FILE: join(beside, "../supergraph.graphql") };
  writeFileSync(moved.SUPERGRAPH_FILE, readFileSync(file));
  writeFileSync(join(beside, "a.graphql"), "{ a }");
  const expectedBy = async (source: NodeJS.ProcessEnv) =>
    (await readGatewaySettings({ ...moved, ...source })).expectedDocuments;
  expect(await expectedBy({})).toEqual(["{ a }"]);
  expect(await expectedBy({ WARM_OPERATIONS: "off" })).toEqual([]);
  expect(await expectedBy({ ...enough })).toEqual([]);
  expect(await expectedBy({ ...enough, WARM_OPERATIONS: beside })).toEqual(["{ a }"]);
  const scopes = { ...moved, WARM_SCOPES: "a:read  b:read, c," };
  expect((await readGatewaySettings(scopes)).expectedScopes).toEqual([["a:read", "b:read"], ["c"], []]);
  expect((await problemsOf({ ...moved, WARM_OPERATIONS: mkdtempSync(join(tmpdir(), "empty-")) }))[0]).toMatch(
    /^WARM_OPERATIONS: .*expected files that end in .graphql/,
  );
  expect((await problemsOf({ ...moved, WARM_OPERATIONS: "/nowhere" }))[0]).toMatch(/^WARM_OPERATIONS: /);
});
