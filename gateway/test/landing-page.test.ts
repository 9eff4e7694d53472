import { expect, test } from "vitest";
import { startGateway } from "./support/gateway.js";

const subgraph = { name: "a", sdl: "type Query { x: Int }", resolvers: {} };
const browser = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

test("a browser gets Sandbox, and an example to read where its CDN cannot be reached", async () => {
  const landingPage = { title: "A <graph>", sandbox: true, exampleQuery: 'query { x(a: "</script>") }' };
  await using gateway = await startGateway([subgraph], "local", { landingPage });
  const page = await (await fetch(`${gateway.url}/`, browser)).text();
  expect(page).toContain("https://embeddable-sandbox.cdn.apollographql.com/v2/");
  expect(page).toContain("could not be loaded");
  expect(page).toContain("<h1>A &lt;graph></h1>");
  expect(page.match(/<\/script>/g)).toHaveLength(3);
});

test("every script and style has the nonce of the page's policy", async () => {
  await using gateway = await startGateway([subgraph], "local", {
    landingPage: { title: "A", sandbox: true },
  });
  const page = await (await fetch(`${gateway.url}/`, browser)).text();
  const nonce = /script-src 'nonce-([^']+)'/.exec(page)?.[1] ?? "";
  expect(page.match(/<(script|style)\b/g)?.length).toBe(page.split(`nonce="${nonce}"`).length - 1);
});

test("in production the page loads nothing from elsewhere", async () => {
  await using gateway = await startGateway([subgraph], "local", {
    landingPage: { title: "A", sandbox: false },
  });
  const page = await (await fetch(`${gateway.url}/`, browser)).text();
  expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)=/);
});

test("only the named origins may read answers", async () => {
  const corsOrigins = ["https://studio.apollographql.com"];
  await using gateway = await startGateway([subgraph], "local", { corsOrigins });
  const allowed = async (origin: string) => {
    const headers = {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    };
    const response = await fetch(`${gateway.url}/graphql`, { method: "OPTIONS", headers });
    return response.headers.get("access-control-allow-origin");
  };
  expect(await allowed("https://studio.apollographql.com")).toBe("https://studio.apollographql.com");
  expect(await allowed("https://elsewhere.example")).toBeNull();
});
