import { DOC_EXPLORER_PLUGIN } from "@graphiql/plugin-doc-explorer";
import { GraphiQL } from "graphiql";
import { useMemo } from "react";
import type { ServedPage } from "../served-pages.js";
import { ask, type Asked } from "./ask.js";
import type { AskedOperation } from "./asked-operation.js";
import { examplesPlugin } from "./examples.jsx";
import { ExplainButton } from "./explain-button.jsx";
import { explainPlugin } from "./explain.jsx";
import type { Graph } from "./graph.js";
import { tabStorage } from "./tab-storage.js";
import { TopBar } from "./top-bar.jsx";

const fetcher = (asked: Asked, { headers = {} }: { readonly headers?: Record<string, string> } = {}) =>
  ask(asked, headers);

interface Props {
  readonly graph: Graph;
  readonly pages: readonly ServedPage[];
  /** What a link asked for. Undefined: the editor has what it had. */
  readonly asked: AskedOperation | undefined;
}

/** GraphiQL with a token, examples and plans. */
export function Explorer({ graph, pages, asked }: Props) {
  const plugins = useMemo(() => [examplesPlugin(graph), explainPlugin(graph)], [graph]);
  return (
    <div className="explorer">
      <TopBar graph={graph} pages={pages} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          plugins={plugins}
          referencePlugin={DOC_EXPLORER_PLUGIN}
          {...asked}
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
