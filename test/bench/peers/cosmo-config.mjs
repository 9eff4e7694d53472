import { readFileSync, writeFileSync } from "node:fs";
import { federateSubgraphs, ROUTER_COMPATIBILITY_VERSION_ONE as version } from "@wundergraph/composition";
import { buildRouterConfig, SubgraphKind } from "@wundergraph/cosmo-shared";
import { lexicographicSortSchema, parse, printSchema } from "graphql";

/*
 * Composes subgraphs as Cosmo does, and writes what its router reads: node cosmo-config.mjs SUBGRAPHS_FILE CONFIG_FILE.
 * The first is JSON: the name, url and sdl of each subgraph.
 */
const [, , subgraphsFile, configFile] = process.argv;
const subgraphs = JSON.parse(readFileSync(subgraphsFile, "utf8"));

const composed = federateSubgraphs({
  subgraphs: subgraphs.map(({ name, url, sdl }) => ({ name, url, definitions: parse(sdl) })),
  version,
});
if (!composed.success) {
  console.error(composed.errors.map(({ message }) => message).join("\n"));
  process.exit(1);
}

const { federatedGraphSchema, federatedGraphClientSchema, fieldConfigurations } = composed;
const config = buildRouterConfig({
  federatedSDL: printSchema(lexicographicSortSchema(federatedGraphSchema)),
  federatedClientSDL: printSchema(federatedGraphClientSchema),
  fieldConfigurations,
  routerCompatibilityVersion: version,
  schemaVersionId: "1",
  subgraphs: subgraphs.map(({ name, url, sdl }, index) => ({
    kind: SubgraphKind.Standard,
    id: String(index),
    name,
    url,
    sdl,
    subscriptionUrl: "",
    schema: composed.subgraphConfigBySubgraphName.get(name).schema,
    configurationDataByTypeName: composed.subgraphConfigBySubgraphName.get(name).configurationDataByTypeName,
  })),
});
writeFileSync(configFile, config.toJsonString());
