import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pagePolicy } from "../src/static-pages.js";
import { startEcho, type EchoServer } from "./support/echo-server.js";

describe.each([
  ["listed at the start", false],
  ["read when they are asked for", true],
])("pages that are %s", (_, mayChange) => {
  let top: string;
  let server: EchoServer;

  beforeAll(async () => {
    top = await mkdtemp(join(tmpdir(), "pages-"));
    const folder = join(top, "built");
    await mkdir(join(folder, "assets"), { recursive: true });
    await writeFile(join(top, "secret.txt"), "secret");
    await writeFile(join(folder, "index.html"), "<title>Trang chủ</title>");
    await writeFile(join(folder, ".hidden.txt"), "secret");
    await writeFile(join(folder, "assets", "main-1a2b.js"), "script");
    await writeFile(join(folder, "assets", "main-1a2b.js.br"), brotliCompressSync("script"));
    server = await startEcho({ pages: [{ path: "/console", title: "Console", folder, mayChange }] });
  });

  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(top, { recursive: true });
  });

  const get = (path: string, headers = {}) => server.send({ path, headers });

  test("the folder's index.html answers its path, and every time the browser asks whether it is still that", async () => {
    const { status, headers, bytes } = await get("/console/?report=a");
    expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(bytes.toString()).toContain("Trang chủ");
    expect(headers["cache-control"]).toBe("no-cache");
    const again = await get("/console/", { "if-none-match": headers.etag });
    expect(again.status).toBe(304);
  });

  test("the path without a slash leads there, and keeps what is asked", async () => {
    const { status, headers } = await get("/console?report=a");
    expect([status, headers.location]).toEqual([301, "/console/?report=a"]);
  });

  test("a page runs only scripts of its own server, and no other page may show it in a frame", async () => {
    const { headers } = await get("/console/");
    expect(headers["content-security-policy"]).toBe(pagePolicy);
    expect(pagePolicy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("a file whose name has a hash is kept, and sent compressed to whom can read it", async () => {
    const plain = await get("/console/assets/main-1a2b.js");
    expect(plain.headers["cache-control"]).toContain("immutable");
    expect([plain.headers["content-encoding"], plain.bytes.toString()]).toEqual([undefined, "script"]);
    const compressed = await get("/console/assets/main-1a2b.js", { "accept-encoding": "gzip, br" });
    expect(compressed.headers["content-encoding"]).toBe("br");
    expect(compressed.headers["content-type"]).toBe("application/javascript; charset=utf-8");
    expect(brotliDecompressSync(compressed.bytes).toString()).toBe("script");
  });

  test.each([
    "/console/../secret.txt",
    "/console/..%2fsecret.txt",
    "/console/%2e%2e/secret.txt",
    "/console/assets/..%5c..%5c..%5csecret.txt",
    "/console//secret.txt",
    "/console/assets/main-1a2b.js.br",
    "/console/assets",
    "/console/assets/",
    "/console/.hidden.txt",
    "/console/%00",
  ])("%s is nothing that is served", async (path) => {
    const { status, bytes, headers } = await get(path);
    expect([400, 403, 404]).toContain(status);
    expect(bytes.toString()).not.toContain("secret");
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("pages are read, not written", async () => {
    expect((await server.send({ method: "POST", path: "/console/" })).status).toBe(404);
  });

  test("a page that is built again is served without a new start, where it may change", async () => {
    const added = join(top, "built", "assets", "main-3c4d.js");
    await writeFile(added, "script");
    const { status } = await get("/console/assets/main-3c4d.js");
    await rm(added);
    expect(status).toBe(mayChange ? 200 : 404);
  });
});
