import { readFileSync } from "node:fs";
import { HttpDataSource } from "@an-sinh/gateway/data-sources/http-data-source";
import { createGateway } from "@an-sinh/gateway/gateway";
import { createLogger } from "@an-sinh/server/logger";

/*
 * This graph's gateway without sign-in, costs, signatures and access log. Its argument is the file of a supergraph that
 * says nothing of access.
 */
const [, , file = ""] = process.argv;
const gateway = await createGateway({
  supergraphSdl: readFileSync(file, "utf8"),
  sourceFor: ({ name, url }) => new HttpDataSource({ name, url, timeoutMs: 10_000 }),
  logger: createLogger("error"),
  introspection: false,
});
const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
console.log(url);
