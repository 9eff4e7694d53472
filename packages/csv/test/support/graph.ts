import { readFile } from "node:fs/promises";
import { createSubgraphs, supergraphFile } from "@an-sinh/deployment/embedded-graph";
import { LocalDataSource } from "@an-sinh/gateway/data-sources/local-data-source";
import { createGateway } from "@an-sinh/gateway/gateway";
import type { GatewayOptions } from "@an-sinh/gateway/gateway-options";
import { createLogger } from "@an-sinh/server/logger";
import type { Subgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { departments, startDatabase, type TestDatabase } from "./database.js";

interface GraphUnderTest {
  readonly url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The graph over a department's database and empty ones. */
export async function startGraphOver(
  target: TestDatabase,
  options: Partial<GatewayOptions>,
): Promise<GraphUnderTest> {
  const names = departments.map(({ name }) => name).filter((name) => name !== target.department.name);
  const others = await Promise.all(names.map((name) => startDatabase(name)));
  const databases = [target, ...others].map(
    ({ department, database }) => [department.name, database] as const,
  );
  const subgraphs = await createSubgraphs(new Map(databases));
  const logger = createLogger("silent");
  const graph = await createGateway({
    supergraphSdl: await readFile(supergraphFile, "utf8"),
    sourceFor: ({ name }) => new LocalDataSource(subgraphs.get(name) as Subgraph, logger),
    logger,
    introspection: false,
    ...options,
  });
  const { url } = await graph.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      await graph.close();
      await Promise.all(others.map((other) => other[Symbol.asyncDispose]()));
    },
  };
}
