import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";

/*
 * Hive Gateway: node hive.mjs SUPERGRAPH_FILE [--rust] [--sharing]. With --rust its Rust planner plans. With --sharing
 * it shares identical requests in flight, those of clients and those to subgraphs.
 */
const [, , file, ...flags] = process.argv;
const isSharing = flags.includes("--sharing");

const rust = flags.includes("--rust") ? await import("@graphql-hive/router-runtime") : undefined;
const gateway = createGatewayRuntime({
  supergraph: readFileSync(file, "utf8"),
  ...(rust ? { unifiedGraphHandler: rust.unifiedGraphHandler } : {}),
  transportEntries: { "*.http": { options: { deduplicateInflightRequests: isSharing } } },
  inboundInflightRequestDeduplication: isSharing,
  logging: false,
  landingPage: false,
  graphiql: false,
  requestId: false,
});

const server = createServer(gateway);
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));
