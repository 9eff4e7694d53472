import { useEditorContext, type GraphiQLPlugin } from "@graphiql/react";
import { toExamples, type Example } from "./example.js";
import type { Graph } from "./graph.js";

/** A pane with the stored operations. */
export function examplesPlugin(graph: Graph): GraphiQLPlugin {
  const examples = toExamples(graph.examples);
  return { title: "Examples", icon: Icon, content: () => <Examples examples={examples} /> };
}

function Examples({ examples }: { readonly examples: readonly Example[] }) {
  const { queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const use = ({ document }: Example) => {
    queryEditor?.setValue(document);
    variableEditor?.setValue("");
    queryEditor?.focus();
  };
  return (
    <section className="examples" aria-label="Examples">
      <h2>Examples</h2>
      <p>
        {examples.length === 0
          ? "This gateway has no stored operations."
          : "Each replaces what is in the editor."}
      </p>
      <ul>
        {examples.map((example) => (
          <li key={example.document}>
            <button type="button" onClick={() => use(example)}>
              <strong>{example.title}</strong>
              <span>{example.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Icon = () => (
  <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <path d="M4 3h9l3 3v11H4zM7 8h6M7 11h6M7 14h4" />
  </svg>
);
