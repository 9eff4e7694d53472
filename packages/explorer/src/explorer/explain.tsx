import type { GraphiQLPlugin } from "@graphiql/react";
import type { CSSProperties } from "react";
import { useExplanation } from "./current-explanation.js";
import type { Cost, Explanation, Fetch } from "./explanation.js";
import type { Graph } from "./graph.js";

export const explainTitle = "Explain";

/** A pane that shows how the gateway answers an operation. */
export const explainPlugin = (graph: Graph): GraphiQLPlugin => ({
  title: explainTitle,
  icon: Icon,
  content: () => <Explain graph={graph} />,
});

function Explain({ graph }: { readonly graph: Graph }) {
  const current = useExplanation();
  return (
    <section className="explain" aria-label={explainTitle} aria-live="polite">
      <h2>Explain</h2>
      {current === undefined ? (
        <p>
          Runs the operation of the editor, and shows what the gateway asks of whom. The button is beside the
          editor.
        </p>
      ) : current === "running" ? (
        <p>Running …</p>
      ) : current instanceof Error ? (
        <p role="alert">The gateway cannot be reached: {current.message}</p>
      ) : (
        <Shown explanation={current} graph={graph} />
      )}
    </section>
  );
}

function Shown({ explanation, graph }: { readonly explanation: Explanation; readonly graph: Graph }) {
  const { errors, cost, fetches, tookMs } = explanation;
  return (
    <>
      {errors.map((message) => (
        <p role="alert" key={message}>
          {message}
        </p>
      ))}
      <dl>
        <dt>Time</dt>
        <dd>{toMs(tookMs)} from this browser</dd>
        {cost && <CostLines cost={cost} />}
      </dl>
      {fetches ? <Plan fetches={fetches} /> : <HowToSee graph={graph} />}
    </>
  );
}

const CostLines = ({ cost: { estimate, budget, mostFor } }: { readonly cost: Cost }) => (
  <>
    <dt>Cost</dt>
    <dd>
      {estimate.toLocaleString("en")} of at most {budget.toLocaleString("en")} points, most of it for{" "}
      <code>{mostFor}</code>
    </dd>
  </>
);

function HowToSee({ graph }: { readonly graph: Graph }) {
  return (
    <>
      <p>
        The plan is shown to whoever has the scope <code>graph:debug</code>. Sign in with such a token in the
        field above.
      </p>
      {graph.debugTokenCommand && (
        <>
          <p>This command prints one:</p>
          <pre>{graph.debugTokenCommand}</pre>
        </>
      )}
    </>
  );
}

function Plan({ fetches }: { readonly fetches: readonly Fetch[] }) {
  const endMs = Math.max(1, ...fetches.map(({ startMs = 0, durationMs = 0 }) => startMs + durationMs));
  return (
    <ol className="fetches">
      {fetches.map((fetch) => (
        <FetchItem key={fetch.id} fetch={fetch} endMs={endMs} />
      ))}
    </ol>
  );
}

function FetchItem({ fetch, endMs }: { readonly fetch: Fetch; readonly endMs: number }) {
  const { id, subgraph, after, query, outcome, startMs, durationMs, statements } = fetch;
  const bar: CSSProperties = {
    marginLeft: `${(100 * (startMs ?? 0)) / endMs}%`,
    width: `${(100 * (durationMs ?? 0)) / endMs}%`,
  };
  const facts = [
    outcome,
    ...(durationMs === undefined ? [] : [toMs(durationMs)]),
    ...(statements === undefined ? [] : [`${statements} ${statements === 1 ? "statement" : "statements"}`]),
    ...(after.length === 0 ? [] : [`after ${after.map((other) => other + 1).join(", ")}`]),
  ];
  return (
    <li value={id + 1} data-outcome={outcome}>
      <strong>{subgraph}</strong> <span>{facts.join(" · ")}</span>
      <div className="time">
        <div style={bar} />
      </div>
      <details>
        <summary>What it is asked</summary>
        <pre>{query}</pre>
      </details>
    </li>
  );
}

const toMs = (ms: number) => `${ms.toLocaleString("en", { maximumFractionDigits: 1 })} ms`;

const Icon = () => (
  <svg
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d="M3 4h6M6 8h8M10 12h7M12 16h3" />
  </svg>
);
