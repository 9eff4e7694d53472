import { once } from "node:events";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SettingsError } from "@an-sinh/server/env";
import { pino } from "pino";
import { afterAll, expect, test, vi } from "vitest";
import { createGateway } from "../../src/gateway.js";
import { createSupergraphSource, type SupergraphLocation } from "../../src/supergraph/supergraph-source.js";
import { watchSupergraph } from "../../src/supergraph/watch-supergraph.js";
import { startGatewayProcess } from "../support/gateway-process.js";
import { post } from "../support/post.js";
import { compose } from "../support/supergraph.js";

const folder = mkdtempSync(join(tmpdir(), "gateway-reload-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The far subgraph has a field of that name. */
const withField = (field: string, name = "far") =>
  compose([{ name, url: "http://127.0.0.1:9/graphql", sdl: `type Query { ${field}: Int }` }]);

/** A gateway in this process that looks every few milliseconds. Settings are missing for subgraphs that are "near". */
async function startWatching(location: SupergraphLocation) {
  const source = createSupergraphSource(location);
  const lines: string[] = [];
  const logger = pino({ level: "error" }, { write: (line: string) => void lines.push(line) });
  const sourceFor = () => ({ fetch: async () => ({ data: { first: 1, second: 2 } }) });
  const supergraphSdl = await source.read();
  const toNext = (sdl: string) => {
    if (sdl.includes('"near"')) throw new SettingsError(["SUBGRAPH_KEY_NEAR: expected a key"]);
    return { supergraphSdl: sdl, sourceFor };
  };
  const created = await createGateway({ supergraphSdl, sourceFor, logger, introspection: false });
  const gateway = watchSupergraph(created, { source, pollMs: 5, toNext, logger });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  const has = async (field: string) =>
    (await post(`${url}/graphql`, { query: `{ ${field} }` })).errors === undefined;
  return {
    lines,
    has,
    reload: async () => gateway.reload?.(),
    serves: (field: string) => vi.waitFor(async () => expect(await has(field)).toBe(true), 20_000),
    refuses: (reason: string) =>
      vi.waitFor(() => expect(gateway.supergraph.refused?.reason).toBe(reason), 20_000),
    health: async (): Promise<unknown> => (await fetch(`${url}/health`)).json(),
    [Symbol.asyncDispose]: () => gateway.close(),
  };
}

/** What Kubernetes does with a ConfigMap: the file is a link into a link to a folder, which is replaced. */
function mount(at: string, version: string, text: string): string {
  mkdirSync(join(at, version));
  writeFileSync(join(at, version, "supergraph.graphql"), text);
  symlinkSync(version, join(at, "..next"));
  renameSync(join(at, "..next"), join(at, "..data"));
  return join(at, "mounted.graphql");
}

test("a file is served from when it is whole, and what cannot be served is refused, told once, and tried again on demand", async () => {
  const file = join(folder, "supergraph.graphql");
  writeFileSync(file, withField("first"));
  await using gateway = await startWatching({ file });
  const next = withField("second");
  writeFileSync(file, next.slice(0, next.length / 2));
  await gateway.refuses("invalid");
  expect(await gateway.has("first")).toBe(true);
  expect(await gateway.health()).toMatchObject({
    status: "ok",
    supergraph: { refused: { reason: "invalid", at: expect.any(String) } },
  });
  writeFileSync(file, next);
  await gateway.serves("second");
  expect(await gateway.has("first")).toBe(false);
  const served = { hash: expect.stringMatching(/^[0-9a-f]{64}$/), loadedAt: expect.any(String) };
  await vi.waitFor(async () => expect(await gateway.health()).toEqual({ status: "ok", supergraph: served }));
  writeFileSync(join(folder, "new"), withField("third", "near"));
  renameSync(join(folder, "new"), file);
  await gateway.refuses("settings");
  expect(await gateway.has("second")).toBe(true);
  const told = () =>
    gateway.lines.join("").match(/"reason":"\w+","message":"(The supergraph|SUBGRAPH_KEY_NEAR)/g);
  expect(told()).toHaveLength(2);
  await gateway.reload();
  expect(told()).toHaveLength(3);
});

test("a link that is replaced is seen", async () => {
  const mounted = join(folder, "mount");
  mkdirSync(mounted);
  symlinkSync(join("..data", "supergraph.graphql"), join(mounted, "mounted.graphql"));
  await using gateway = await startWatching({ file: mount(mounted, "..1", withField("first")) });
  mount(mounted, "..2", withField("second"));
  await gateway.serves("second");
  expect(await gateway.has("first")).toBe(false);
});

test("a URL is asked with the ETag of what it sent last, and may fail", async () => {
  let [text, etag] = [withField("first"), '"1"'];
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers["if-none-match"]);
    if (text === "") response.writeHead(503).end();
    else if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(text);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  await using gateway = await startWatching({ url: `http://127.0.0.1:${port}/supergraph` });
  await vi.waitFor(() => expect(asked.slice(-2)).toEqual(['"1"', '"1"']));
  text = "";
  await gateway.refuses("unreadable");
  text = withField("first");
  await vi.waitFor(async () => expect(JSON.stringify(await gateway.health())).not.toContain("refused"));
  [text, etag] = [withField("second"), '"2"'];
  await gateway.serves("second");
  expect(gateway.lines.join("").match(/expected status 200, but got: 503/g)).toHaveLength(1);
  server.close().closeAllConnections();
});

test("a gateway that closes waits for no supergraph", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const source = createSupergraphSource({ url: `http://127.0.0.1:${port}/` });
  const closing = new AbortController();
  const read = source.read(closing.signal);
  await once(server, "request");
  closing.abort();
  await expect(read).rejects.toMatchObject({ name: "AbortError" });
  server.closeAllConnections();
  server.close();
});

test("SIGHUP has the gateway look at once, and ends nothing", async () => {
  await using gateway = await startGatewayProcess(withField("first"));
  writeFileSync(gateway.file, withField("second"));
  gateway.kill("SIGHUP");
  await vi.waitFor(async () => {
    const { errors } = await post(gateway.url, { query: "{ second }" });
    expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE" } }]);
  }, 20_000);
  expect(gateway.isAlive()).toBe(true);
});
