import { randomBytes } from "node:crypto";
import type { StaticPages } from "./static-pages.js";

/** What a browser gets that opens a GraphQL endpoint. */
export interface LandingPage {
  readonly title: string;
  /** Loads Apollo Sandbox from its CDN into the page, where that can be reached. */
  readonly sandbox: boolean;
  /** Shown as an example and, in Sandbox, ready to run. */
  readonly exampleQuery?: string | undefined;
  /** Prints a token for whoever wants to see more. The page says how to send it. */
  readonly tokenCommand?: string | undefined;
  /** Prints a token that also shows query plans. */
  readonly debugTokenCommand?: string | undefined;
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

/** Where the page's script is: a page without scripts in it runs none that somebody put into it. */
export const landingScriptPath = "/landing-page.js";

/** Where the server has an explorer of its own, the page goes there if it is to have a Sandbox and cannot. */
const explorerPath = "/explorer";

/**
 * A page of our own, and the policy that it needs. That of Apollo Server 5.5.1 shows nothing useful without its CDN, and
 * reports its use to the vendor. This one shows the address and an example until Sandbox has been loaded:
 * gateway/test/landing-page.test.ts.
 */
export function renderLandingPage(
  { title, sandbox, exampleQuery = "{ __typename }", tokenCommand }: LandingPage,
  pages: readonly Pick<StaticPages, "path" | "title">[],
): {
  readonly page: string;
  readonly policy: string;
} {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'self'${sandbox ? " https://embeddable-sandbox.cdn.apollographql.com" : ""}`,
    `style-src 'nonce-${nonce}' https://embeddable-sandbox.cdn.apollographql.com https://fonts.googleapis.com`,
    "img-src 'self' data: https://embeddable-sandbox.cdn.apollographql.com",
    "font-src https://fonts.gstatic.com",
    "connect-src 'self'",
    "frame-src https://sandbox.embed.apollographql.com",
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; }
  pre { background: #f2f2f2; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
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
  ${tokenCommand === undefined ? "" : tokenHint(tokenCommand)}
  ${pages.length === 0 ? "" : `<nav aria-label="Pages">${pages.map(linkTo).join(" · ")}</nav>`}
  ${sandbox ? `<p id="note" data-script="${sandboxScript}">Apollo Sandbox is being loaded…</p>` : ""}
</main>
<div id="sandbox"></div>
<script src="${landingScriptPath}"></script>
</body>
</html>
`;
  return { page, policy };
}

const linkTo = ({ path, title }: Pick<StaticPages, "path" | "title">) =>
  `<a${path === explorerPath ? ' id="explorer"' : ""} href="${escapeHtml(path)}/">${escapeHtml(title)}</a>`;

const tokenHint = (
  command: string,
) => `<p>Everyone sees statistics. Whoever signs in sees more. Print a token, and send it as the header
  <code>Authorization: Bearer TOKEN</code>; in Sandbox it is entered under Headers.</p>
  <pre id="token">${escapeHtml(command)}</pre>`;

/** It takes what it shows from the page. */
export const landingScript = `"use strict";
const at = (id) => document.getElementById(id);
const exampleQuery = at("example").textContent;
const hint = at("token")
  ? "# To see more than statistics, print a token by\\n#   " + at("token").textContent +
    "\\n# and enter it under Headers: Authorization, with the value Bearer and the token.\\n"
  : "";
const endpoint = new URL("/graphql", location.href).href;
const body = JSON.stringify({ query: exampleQuery }).replaceAll("'", "'\\\\''");
at("endpoint").textContent = endpoint;
at("curl").textContent = "curl " + endpoint + " -H 'content-type: application/json' -d '" + body + "'";
function showSandbox() {
  new window.EmbeddedSandbox({
    target: "#sandbox",
    initialEndpoint: endpoint,
    endpointIsEditable: false,
    initialState: { document: hint + exampleQuery },
    runTelemetry: false,
    allowDynamicStyles: false,
  });
}
function goWithout() {
  if (at("explorer")) return location.replace(at("explorer").href);
  at("note").textContent =
    "Apollo Sandbox could not be loaded from its CDN: this browser seems to be offline or blocks it. " +
    "The endpoint works without it; any GraphQL client can be pointed at the address above.";
}
if (at("note")) {
  // A firewall may drop what is asked of the CDN without a word.
  const waited = setTimeout(() => { script.remove(); goWithout(); }, 3000);
  const script = document.createElement("script");
  script.src = at("note").dataset.script;
  script.onload = () => { clearTimeout(waited); if (script.isConnected) showSandbox(); };
  script.onerror = () => { clearTimeout(waited); goWithout(); };
  document.head.append(script);
}
`;

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
