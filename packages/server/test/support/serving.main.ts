import { createGraphQLServer } from "@an-sinh/server/graphql-server";
import { createLogger } from "@an-sinh/server/logger";
import type { Meters } from "@an-sinh/server/metrics/meters";
import { run } from "@an-sinh/server/run";
import { serve } from "@an-sinh/server/serve";
import { executorGraph } from "./executor-graph.js";

/*
 * Serves with two processes. `{ me }` is answered with the process's id; `{ held: me }` is held back until that process
 * has begun to close. With METRICS=1 it serves metrics, too. With FAILS=1 no process can serve, and with
 * FAILS=killed each is killed before it serves.
 */

const logger = createLogger("warn");

async function createServer(meters: Meters | undefined) {
  if (process.env["FAILS"] === "1") throw new Error("Nothing to serve");
  if (process.env["FAILS"] === "killed") process.kill(process.pid, "SIGKILL");
  let release = () => {};
  const closing = new Promise<void>((resolve) => (release = resolve));
  const graph = executorGraph(async ({ request }) => {
    if (!request.query?.includes("held")) return { data: { me: String(process.pid) } };
    console.log("holding");
    await closing;
    return { data: { held: String(process.pid) } };
  });
  const createContext = ({ requestId }: { requestId: string }) => ({ requestId });
  const server = await createGraphQLServer({
    graph,
    createContext,
    logger,
    introspection: false,
    ...metricsOf(meters),
  });
  const close = () => {
    release();
    return server.close();
  };
  return { ...server, close, reload: async () => console.log("reloading") };
}

const metricsOf = (meters: Meters | undefined) => (meters ? { metrics: { meters } } : {});
const metrics = process.env["METRICS"] === "1" ? { host: "127.0.0.1", port: 0 } : undefined;

await run(() =>
  serve({
    host: "127.0.0.1",
    port: 0,
    workers: 2,
    metrics,
    logger,
    prepare: async () => console.log("prepared"),
    createServer,
    announce: (url) => console.log(`serves at ${url}/graphql`),
  }),
);
