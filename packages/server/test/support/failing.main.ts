import { execFileSync } from "node:child_process";
import { createGraphQLServer } from "@an-sinh/server/graphql-server";
import { createLogger } from "@an-sinh/server/logger";
import { executorGraph } from "./executor-graph.js";

/** Serves a graph in which everything fails, with a long line in the log, and prints its address. */
const graph = executorGraph(async () => {
  throw new Error("x".repeat(50_000));
});
const server = await createGraphQLServer({
  graph,
  createContext: ({ requestId }) => ({ requestId }),
  logger: createLogger("warn"),
  introspection: true,
});
// A program that inherits standard error. After it, writes to it would wait.
execFileSync(process.execPath, ["--version"], { stdio: ["ignore", "ignore", "inherit"] });
const { url } = await server.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${url}\n`);
