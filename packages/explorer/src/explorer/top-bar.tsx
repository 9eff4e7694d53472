import { useState, type ChangeEvent } from "react";
import type { Graph } from "./graph.js";
import { describeToken, keepToken, keptToken } from "./token.js";

/** Whose graph it is, who asks, and where its documents are. */
export function TopBar({ graph }: { readonly graph: Graph }) {
  const [token, setToken] = useState(keptToken);
  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    keepToken(target.value);
    setToken(keptToken());
  };
  return (
    <header>
      <h1>{graph.title}</h1>
      <label>
        Token
        <input
          type="password"
          value={token}
          onChange={change}
          autoComplete="off"
          spellCheck={false}
          placeholder="paste one to see more than statistics"
          title={graph.tokenCommand && `Prints one: ${graph.tokenCommand}`}
        />
      </label>
      <output>{describeToken(token)}</output>
      <nav>
        {graph.pages.includes("/console/") && <a href="/console/">Reports</a>}
        {graph.pages.includes("/docs/") && <a href="/docs/">Reference</a>}
        <a href="/schema.graphql">Schema</a>
      </nav>
    </header>
  );
}
