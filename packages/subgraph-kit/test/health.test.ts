import { createLogger } from "@an-sinh/server/logger";
import { Meters } from "@an-sinh/server/metrics/meters";
import { createSubgraphServer } from "@an-sinh/subgraph-kit/federation/serve-subgraph";
import { channelKeys, newChannelKey } from "@an-sinh/server/signatures/channel-keys";
import { signedCalls } from "@an-sinh/server/signatures/signed-calls";
import { createSubgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { expect, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import { HouseResolver } from "../../../test/support/houses.js";
import { startFaultyServer } from "./support/faulty-server.js";

async function serve(database: Awaited<ReturnType<typeof startFaultyServer>>["database"], meters: Meters) {
  const logger = createLogger("silent");
  const calls = signedCalls({ subgraph: "near", keys: channelKeys.parse(newChannelKey()), logger });
  const subgraph = await createSubgraph({
    name: "near",
    database,
    resolvers: [HouseResolver],
    references: {},
  });
  const server = await createSubgraphServer(subgraph, { logger, introspection: false, calls, meters });
  const { url } = await server.listen({ host: "127.0.0.1", port: 0 });
  return { url, server };
}

/** Asks until the status is another one. */
async function healthOnce(url: string, status: number): Promise<Record<string, unknown>> {
  for (;;) {
    const response = await fetch(url);
    const health = (await response.json()) as Record<string, unknown>;
    if (response.status === status) return health;
  }
}

test.runIf(dialects.includes("mysql"))(
  "a subgraph is not ready while its database is unreachable; its process lives on, and it says no address",
  async () => {
    await using faulty = await startFaultyServer({ silenceMs: 100, checkMs: 50 });
    const meters = new Meters();
    const { url, server } = await serve(faulty.database, meters);
    const before = await healthOnce(`${url}/health/ready`, 200);
    expect(before).toMatchObject({ status: "ready", databases: { near: { state: "reachable" } } });
    await faulty.proxy.inject({ kind: "refuse" });
    const health = await healthOnce(`${url}/health/ready`, 503);
    expect(health).toMatchObject({ status: "not ready", databases: { near: { state: "unreachable" } } });
    expect(JSON.stringify(health)).not.toMatch(/127\.0|ECONN|mysql|secret|faults/);
    expect(await meters.registry.metrics()).toContain(
      'graph_database_reachable{database="near",server="primary"} 0',
    );
    for (const path of ["/health", "/health/live"]) expect((await fetch(url + path)).status).toBe(200);
    await faulty.proxy.heal();
    await healthOnce(`${url}/health/ready`, 200);
    server.state.drain();
    expect(await healthOnce(`${url}/health/ready`, 503)).toMatchObject({ status: "draining" });
    await server.close();
  },
);
