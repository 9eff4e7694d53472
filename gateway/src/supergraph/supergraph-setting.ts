import { fileURLToPath } from "node:url";
import { isHttpUrl, SettingsError, userPath } from "@an-sinh/server/env";
import { parse } from "graphql";
import { readAuditedTypes } from "../execution/operation/audited-types.js";
import { subgraphsOf, type SubgraphLocation } from "./subgraph-locations.js";
import { createSupergraphSource, nameOf, type SupergraphLocation } from "./supergraph-source.js";

/** The one in the project's own folder. */
export const committedFile = fileURLToPath(new URL("../../../schema/supergraph.graphql", import.meta.url));

/** What the settings need to know of a supergraph. */
export interface ReadSupergraph {
  readonly sdl: string;
  /** Whether it has types whose reading has to be recorded. */
  readonly isAudited: boolean;
  readonly subgraphs: readonly SubgraphLocation[];
}

/** Where the settings say that the supergraph is. Throws `SettingsError`. */
export function supergraphLocation(source: NodeJS.ProcessEnv): SupergraphLocation {
  const { SUPERGRAPH_FILE: file, SUPERGRAPH_URL: url } = source;
  if (file && url) throw new SettingsError(["SUPERGRAPH_URL: expected no SUPERGRAPH_FILE beside it"]);
  if (!url) return { file: file ? userPath(file, source) : committedFile };
  if (!isHttpUrl(url)) throw new SettingsError(["SUPERGRAPH_URL: expected an http or https URL"]);
  return { url };
}

/** Undefined: it cannot be used, and the reason is added to the problems. */
export async function readSupergraph(
  location: SupergraphLocation,
  problems: string[],
): Promise<ReadSupergraph | undefined> {
  try {
    return parseSupergraph(await createSupergraphSource(location).read());
  } catch (error) {
    const setting = "file" in location ? "SUPERGRAPH_FILE" : "SUPERGRAPH_URL";
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(`${setting}: cannot use ${nameOf(location)}: ${reason}`);
    return undefined;
  }
}

/** Throws where it is no supergraph. */
export function parseSupergraph(sdl: string): ReadSupergraph {
  const supergraph = parse(sdl, { noLocation: true });
  return { sdl, isAudited: readAuditedTypes(supergraph).length > 0, subgraphs: subgraphsOf(supergraph) };
}
