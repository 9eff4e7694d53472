import { ToolbarButton, useEditorContext } from "@graphiql/react";
import { useEffect } from "react";
import { startExplaining } from "./current-explanation.js";
import { explainTitle } from "./explain.jsx";

/** Explains what is in the editor. */
export function ExplainButton() {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useEditorContext({ nonNull: true });
  useEffect(() => {
    // A long line would go on below the toolbar.
    queryEditor?.setOption("lineWrapping", true);
  }, [queryEditor]);
  useEffect(() => {
    const named = {
      Query: queryEditor,
      Variables: variableEditor,
      Headers: headerEditor,
      Answer: responseEditor,
    };
    for (const [name, editor] of Object.entries(named))
      editor?.getInputField().setAttribute("aria-label", name);
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  const explain = () => {
    const query = queryEditor?.getValue() ?? "";
    const operationName = queryEditor?.operationName;
    const variables = parseOr(variableEditor?.getValue());
    const headers = parseOr(headerEditor?.getValue()) as Readonly<Record<string, string>>;
    showPane();
    startExplaining({ query, operationName, variables }, headers);
  };
  return (
    <ToolbarButton onClick={explain} label="Explain: what the gateway does for this operation">
      <svg
        viewBox="0 0 20 20"
        className="graphiql-toolbar-icon"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        <path d="M3 4h6M6 8h8M10 12h7M12 16h3" strokeLinecap="round" />
      </svg>
    </ToolbarButton>
  );
}

/** graphiql 4.1.2 opens the place of its panes only by its own buttons: `setVisiblePlugin` shows a pane in a closed one. */
const showPane = () =>
  document.querySelector<HTMLButtonElement>(`button[aria-label="Show ${explainTitle}"]`)?.click();

/** What is not there counts as empty, and so does what is no JSON: the editor marks it. */
function parseOr(text = ""): unknown {
  try {
    return text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}
