import type { ServedText } from "@an-sinh/server/served-texts";
import type { ServingOptions } from "./gateway-options.js";

/** What tools read of the schema, and what the page of the explorer asks about the gateway. Nothing where the schema is closed. */
export function schemaTexts(options: ServingOptions, apiSdl: () => string): readonly ServedText[] {
  if (!options.introspection) return [];
  const schema = { path: "/schema.graphql", type: "text/plain; charset=utf-8", text: apiSdl };
  const hasExplorer = options.pages?.some(({ path }) => path === "/explorer") ?? false;
  return hasExplorer ? [schema, explorerText(options)] : [schema];
}

function explorerText({ landingPage, examples = [], pages = [] }: ServingOptions): ServedText {
  const { title = "GraphQL", exampleQuery, tokenCommand, debugTokenCommand } = landingPage ?? {};
  const commands = { tokenCommand, debugTokenCommand };
  const paths = pages.map(({ path }) => `${path}/`);
  const text = JSON.stringify({ title, firstQuery: exampleQuery, ...commands, pages: paths, examples });
  return { path: "/explorer/graph.json", type: "application/json; charset=utf-8", text: () => text };
}
