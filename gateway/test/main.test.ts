import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { post } from "./support/post.js";
import { compose } from "./support/supergraph.js";

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const supergraph = join(mkdtempSync(join(tmpdir(), "gateway-")), "supergraph.graphql");
writeFileSync(
  supergraph,
  compose([
    { name: "far", url: "http://127.0.0.1:9/graphql", sdl: "type Query { a: Int }" },
    { name: "near", url: "http://127.0.0.1:9/graphql", sdl: "type Query { b: Int }" },
  ]),
);

function start(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env["PATH"],
      SUPERGRAPH_FILE: supergraph,
      PORT: "0",
      ...env,
    },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, output }));
  const url = async () => {
    while (!output.includes("Explorer")) await Promise.race([once(child.stdout, "data"), ended]);
    return /http:\/\/\S+\/graphql/.exec(output)?.[0] ?? "";
  };
  return { child, ended, url };
}

test("starts while a subgraph cannot be reached, serves the others, and stops with 0", async () => {
  const near = createServer((_request, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end('{"data":{"b":1}}'),
  );
  await once(near.listen(0, "127.0.0.1"), "listening");
  const nearUrl = `http://127.0.0.1:${(near.address() as AddressInfo).port}/`;
  const { child, ended, url } = start({
    SUBGRAPH_URL_NEAR: nearUrl,
    APOLLO_KEY: "service:x:y",
    APOLLO_GRAPH_REF: "x@y",
  });
  const { data, errors } = await post(await url(), { query: "{ a b }" });
  near.closeAllConnections();
  near.close();
  expect(data).toEqual({ a: null, b: 1 });
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: "SUBGRAPH_UNAVAILABLE", service: "far", lastAnsweredSecondsAgo: null },
  ]);
  child.kill("SIGINT");
  const { code, output } = await ended;
  expect(code).toBe(0);
  expect(output.trim().split("\n"), output).toHaveLength(3);
});

test("a taken port is one message that names the setting and the port", async () => {
  const first = start({});
  const { port } = new URL(await first.url());
  const second = await start({ PORT: port }).ended;
  expect(second.code).toBe(1);
  expect(second.output).toContain(
    `\n  PORT: port ${port} is in use by another program. Stop it, or choose another`,
  );
  expect(second.output).not.toContain("    at ");
  first.child.kill("SIGTERM");
  expect((await first.ended).code).toBe(0);
});

test("bad settings stop the start with one message and no stack", async () => {
  const { code, output } = await start({ PORT: "x", LOG_LEVEL: "loud" }).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/PORT: .*\n.*LOG_LEVEL: |LOG_LEVEL: .*\n.*PORT: /);
  expect(output).not.toContain("    at ");
});
