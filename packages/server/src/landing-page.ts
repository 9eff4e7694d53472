import { randomBytes } from "node:crypto";

/** What a browser gets that opens a GraphQL endpoint. */
export interface LandingPage {
  readonly title: string;
  /** Loads Apollo Sandbox from its CDN into the page; without it the page only says how to ask. */
  readonly sandbox: boolean;
  /** Shown as an example and, in Sandbox, ready to run. */
  readonly exampleQuery?: string | undefined;
}

/** The sites from which Sandbox sends requests. */
export const sandboxOrigins = [
  "https://studio.apollographql.com",
  "https://sandbox.embed.apollographql.com",
  "https://embeddable-sandbox.cdn.apollographql.com",
] as const;

const sandboxScript =
  "https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js";

/** Pages that a program on the same machine serves: where frontend teams develop. */
export const localOrigins = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * A page of our own. That of Apollo Server 5.5.1 shows nothing useful without its CDN, and reports its use to the
 * vendor. This one shows the address and an example until Sandbox has been loaded: gateway/test/landing-page.test.ts.
 */
export function renderLandingPage({ title, sandbox, exampleQuery = "{ __typename }" }: LandingPage): string {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    `script-src 'nonce-${nonce}' https://embeddable-sandbox.cdn.apollographql.com`,
    `style-src 'nonce-${nonce}' https://embeddable-sandbox.cdn.apollographql.com https://fonts.googleapis.com`,
    "frame-src https://sandbox.embed.apollographql.com",
    "object-src 'none'",
    "base-uri 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; }
  pre { background: #f2f2f2; padding: 1rem; overflow-x: auto; }
  #sandbox { position: absolute; inset: 0; }
  #sandbox:empty { display: none; }
  #sandbox iframe { width: 100%; height: 100%; border: 0; background: white; }
</style>
</head>
<body>
<main>
  <h1>${escapeHtml(title)}</h1>
  <p>This is a GraphQL endpoint: <code id="endpoint">/graphql</code></p>
  <pre id="example">${escapeHtml(exampleQuery)}</pre>
  <p>Ask it from a terminal:</p>
  <pre id="curl"></pre>
  ${sandbox ? '<p id="note">Apollo Sandbox is being loaded…</p>' : ""}
</main>
<div id="sandbox"></div>
<script nonce="${nonce}">
  const exampleQuery = ${toScriptLiteral(exampleQuery)};
  const endpoint = new URL("/graphql", location.href).href;
  const body = JSON.stringify({ query: exampleQuery }).replaceAll("'", "'\\\\''");
  document.getElementById("endpoint").textContent = endpoint;
  document.getElementById("curl").textContent =
    "curl " + endpoint + " -H 'content-type: application/json' -d '" + body + "'";
</script>
${sandbox ? sandboxScripts(nonce) : ""}
</body>
</html>
`;
}

function sandboxScripts(nonce: string): string {
  return `<script nonce="${nonce}" src="${sandboxScript}"></script>
<script nonce="${nonce}">
  if (window.EmbeddedSandbox) {
    new window.EmbeddedSandbox({
      target: "#sandbox",
      initialEndpoint: endpoint,
      endpointIsEditable: false,
      initialState: { document: exampleQuery },
      runTelemetry: false,
      allowDynamicStyles: false,
    });
  } else {
    document.getElementById("note").textContent =
      "Apollo Sandbox could not be loaded from its CDN: this browser seems to be offline or blocks it. " +
      "The endpoint works without it; any GraphQL client can be pointed at the address above.";
  }
</script>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** A string literal for a script element. It cannot end the element. */
function toScriptLiteral(text: string): string {
  return JSON.stringify(text).replaceAll("<", "\\u003c");
}
