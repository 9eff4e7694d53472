import { composeServices } from "@apollo/composition";
import { withNodes } from "@an-sinh/gateway/nodes/node-schema";
import { findNodeTypes } from "@an-sinh/gateway/nodes/node-types";
import { buildASTSchema, lexicographicSortSchema, parse, printSchema } from "graphql";
import { CompositionError } from "./composition-error.js";
import { contractOf, hiddenTags } from "./contract.js";
import { generatedFile } from "./generated-file.js";
import { compareText } from "./sort-definitions.js";
import { normalizeSubgraphs, type SubgraphSdl } from "./subgraph-sdl.js";

interface Hint {
  readonly code: string;
  /** WARN, INFO or DEBUG. */
  readonly level: string;
  readonly message: string;
}

export interface Composition {
  readonly supergraphSdl: string;
  /**
   * What a consumer sees: no directives and types of the federation, nothing that `hiddenTags` hide.
   * All of it is sorted, so that two APIs that differ only in their order have the same text.
   */
  readonly apiSdl: string;
  readonly hints: readonly Hint[];
}

/**
 * Composes subgraphs into a supergraph. The same subgraphs give the same text, in whatever order they
 * and their definitions come. Throws a `CompositionError` that lists every error at once.
 */
export function composeSubgraphs(list: readonly SubgraphSdl[]): Composition {
  const services = normalizeSubgraphs(list).map(({ name, url, sdl }) => ({
    name,
    url,
    typeDefs: contractOf(parse(sdl), hiddenTags),
  }));
  const result = composeServices(services);
  if (result.errors) throw new CompositionError(result.errors);
  const shown = buildASTSchema(result.schema.toAPISchema().toAST());
  // What our gateway adds to it.
  const apiSchema = withNodes(shown, findNodeTypes(shown, parse(result.supergraphSdl)).types);
  return {
    supergraphSdl: generatedFile(result.supergraphSdl),
    apiSdl: generatedFile(printSchema(lexicographicSortSchema(apiSchema))),
    hints: result.hints
      .map(({ definition, message }) => ({ code: definition.code, level: definition.level.name, message }))
      .toSorted((a, b) => compareText(a.code + a.message, b.code + b.message)),
  };
}
