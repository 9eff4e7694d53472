import { DOC_EXPLORER_PLUGIN } from "@graphiql/plugin-doc-explorer";
import { GraphiQL } from "graphiql";
import { useMemo } from "react";
import { ask, type Asked } from "./ask.js";
import { examplesPlugin } from "./examples.jsx";
import { ExplainButton } from "./explain-button.jsx";
import { explainPlugin } from "./explain.jsx";
import type { Graph } from "./graph.js";
import { tabStorage } from "./tab-storage.js";
import { TopBar } from "./top-bar.jsx";

const fetcher = (asked: Asked, { headers = {} }: { readonly headers?: Record<string, string> } = {}) =>
  ask(asked, headers);

/** GraphiQL with a token, examples and plans. */
export function Explorer({ graph }: { readonly graph: Graph }) {
  const plugins = useMemo(() => [examplesPlugin(graph), explainPlugin(graph)], [graph]);
  return (
    <div className="explorer">
      <TopBar graph={graph} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          plugins={plugins}
          referencePlugin={DOC_EXPLORER_PLUGIN}
          defaultQuery={graph.firstQuery ?? "{ __typename }"}
          defaultEditorToolsVisibility
          inputValueDeprecation
          schemaDescription
          storage={tabStorage}
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
        >
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, copy, merge }) => (
              <>
                <ExplainButton />
                {prettify}
                {merge}
                {copy}
              </>
            )}
          </GraphiQL.Toolbar>
        </GraphiQL>
      </main>
    </div>
  );
}
