import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { compose } from "../../../gateway/test/support/supergraph.js";
import { freePort, startHaproxy } from "../../support/haproxy.js";
import { startProgram, type Program } from "../../support/program.js";
import { startRequests, type RequestCounts } from "./steady-requests.js";

/** A subgraph that takes up to 150 ms, so that requests are under way at any time. */
export async function startSlowSubgraph() {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    const delayMs = (asked % 4) * 50;
    request.resume().once("end", () => {
      void setTimeout(delayMs).then(() =>
        response.setHeader("content-type", "application/json").end('{"data":{"a":1}}'),
      );
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

interface Rolling {
  readonly rolls: number;
  /** Of the gateways. HAProxy asks every 250 ms whether they are ready. */
  readonly drainDelayMs: number;
}

/** Rolls two gateways behind HAProxy, one after the other, as often as asked, at 40 requests a second. */
export async function rollGateways(
  { rolls, drainDelayMs }: Rolling,
  signal?: AbortSignal,
): Promise<RequestCounts> {
  const folder = await mkdtemp(join(tmpdir(), "roll-"));
  await using subgraph = await startSlowSubgraph();
  const file = join(folder, "supergraph.graphql");
  await writeFile(file, compose([{ name: "slow", url: subgraph.url, sdl: "type Query { a: Int }" }]));
  const ports = new Map([
    ["one", await freePort()],
    ["two", await freePort()],
  ]);
  const gateways = new Map<string, Program>();
  const start = async (name: string) => {
    const PORT = String(ports.get(name));
    const settings = { PORT, SUPERGRAPH_FILE: file, DRAIN_DELAY_MS: String(drainDelayMs) };
    const gateway = startProgram("gateway/dist/main.js", settings);
    gateways.set(name, gateway);
    await gateway.until(/endpoint: +http/);
  };
  try {
    await Promise.all([...ports.keys()].map(start));
    await using proxy = await startHaproxy(ports);
    await answersOf(proxy.url);
    const load = startRequests({
      url: `${proxy.url}/graphql`,
      query: "{ a }",
      answer: '{"data":{"a":1}}',
      perSecond: 40,
    });
    const answered = async (name: string, count: number) => {
      const before = load.counts.byServer.get(name) ?? 0;
      while ((load.counts.byServer.get(name) ?? 0) < before + count)
        await setTimeout(20, undefined, { signal });
    };
    for (const name of Array.from({ length: rolls }, () => [...ports.keys()]).flat()) {
      await answered(name, 5);
      gateways.get(name)?.kill("SIGTERM");
      const code = await gateways.get(name)?.ended();
      if (code !== 0) load.counts.failures.push(`Gateway ${name} ended with ${code}`);
      await start(name);
      await answered(name, 5);
    }
    return await load.stop();
  } finally {
    await Promise.all([...gateways.values()].map((gateway) => gateway[Symbol.asyncDispose]()));
    await rm(folder, { recursive: true });
  }
}

/** Waits until HAProxy listens and has found a server. */
async function answersOf(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/health`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await setTimeout(20);
  }
}
