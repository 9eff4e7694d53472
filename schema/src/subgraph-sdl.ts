import { GraphQLError, parse, print } from "graphql";
import { CompositionError } from "./composition-error.js";
import { generatedFile } from "./generated-file.js";
import { compareText, sortDefinitions } from "./sort-definitions.js";

/** What composition needs to know of a subgraph. */
export interface SubgraphSdl {
  /** Kebab-case; the same in the folder, the SDL file, the supergraph and the logs. */
  readonly name: string;
  /** Where the gateway finds it unless told otherwise. */
  readonly url: string;
  /** Federation 2 SDL, with its `extend schema @link`. */
  readonly sdl: string;
}

/**
 * Sorts the subgraphs by name and gives each SDL the text of `schema/<name>.graphql`, so that composition
 * errors name lines of that file. Throws a `CompositionError` with the syntax errors of all subgraphs.
 */
export function normalizeSubgraphs(list: readonly SubgraphSdl[]): SubgraphSdl[] {
  const errors: GraphQLError[] = [];
  const normalized = list
    .toSorted((a, b) => compareText(a.name, b.name))
    .map((subgraph) => {
      try {
        return { ...subgraph, sdl: generatedFile(print(sortDefinitions(parse(subgraph.sdl)))) };
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        errors.push(inSubgraph(error, subgraph.name));
        return subgraph;
      }
    });
  if (errors.length > 0) throw new CompositionError(errors);
  return normalized;
}

function inSubgraph(error: GraphQLError, subgraph: string): GraphQLError {
  const [location] = error.locations ?? [];
  const where = location ? ` (line ${location.line}, column ${location.column} of what it printed)` : "";
  return new GraphQLError(`[${subgraph}] ${error.message}${where}`, {
    extensions: { code: "GRAPHQL_PARSE_FAILED" },
  });
}
