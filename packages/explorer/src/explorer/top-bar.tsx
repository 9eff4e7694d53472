import { useState, type ChangeEvent } from "react";
import type { ServedPage } from "../served-pages.js";
import type { Graph } from "./graph.js";
import { describeToken, keepToken, keptToken } from "./token.js";

/** Whose graph it is, who asks, and where its documents are. */
export function TopBar({ graph, pages }: { readonly graph: Graph; readonly pages: readonly ServedPage[] }) {
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
          placeholder="paste one to see more"
          title={graph.tokenCommand && `Prints one: ${graph.tokenCommand}`}
        />
      </label>
      <output>{describeToken(token)}</output>
      <nav aria-label="Pages">
        {pages.map(({ path, title }) => (
          <a key={path} href={path}>
            {title}
          </a>
        ))}
        <a href="/schema.graphql">Schema</a>
      </nav>
    </header>
  );
}
