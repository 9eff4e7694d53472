import type { ServedText } from "@an-sinh/server/served-texts";
import type { ServingOptions } from "./gateway-options.js";

/** What the texts are about changes with the supergraph. */
interface Current {
  readonly apiSdl: () => string;
  /** The documents of the reports. */
  readonly reports: () => readonly string[];
}

/** What tools read of the schema, and what the page of the explorer asks about the gateway. Nothing where the schema is closed. */
export function schemaTexts(options: ServingOptions, { apiSdl, reports }: Current): readonly ServedText[] {
  if (!options.introspection) return [];
  const schema = { path: "/schema.graphql", type: "text/plain; charset=utf-8", text: apiSdl };
  const hasExplorer = options.pages?.some(({ path }) => path === "/explorer") ?? false;
  return hasExplorer ? [schema, explorerText(options, reports)] : [schema];
}

/** Its examples are those that were read at the start, and the reports of now. */
function explorerText(
  { landingPage, examples = [] }: ServingOptions,
  reports: () => readonly string[],
): ServedText {
  const { title = "GraphQL", exampleQuery, tokenCommand, debugTokenCommand } = landingPage ?? {};
  const told = { title, firstQuery: exampleQuery, tokenCommand, debugTokenCommand };
  const text = () => JSON.stringify({ ...told, examples: [...new Set([...examples, ...reports()])] });
  return { path: "/explorer/graph.json", type: "application/json; charset=utf-8", text };
}
