import { expect, test } from "vitest";
import { startGateway } from "./support/gateway.js";

const subgraph = { name: "a", sdl: "type Query { x: Int }", resolvers: {} };
const browser = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

test("a browser gets Sandbox, and an example to read where its CDN cannot be reached", async () => {
  const landingPage = { title: "A <graph>", sandbox: true, exampleQuery: 'query { x(a: "</script>") }' };
  await using gateway = await startGateway([subgraph], "local", { landingPage });
  const page = await (await fetch(`${gateway.url}/`, browser)).text();
  expect(page).toContain('data-script="https://embeddable-sandbox.cdn.apollographql.com/v2/');
  const script = await (await fetch(`${gateway.url}/landing-page.js`)).text();
  expect(script).toContain("could not be loaded");
  expect(() => new Function(script)).not.toThrow();
  expect(page).toContain("<h1>A &lt;graph></h1>");
  expect(page.match(/<\/script>/g)).toHaveLength(1);
});

test("the page says how to sign in where a command prints tokens", async () => {
  const asked = async (tokenCommand?: string) => {
    const landingPage = { title: "A", sandbox: true, tokenCommand };
    await using gateway = await startGateway([subgraph], "local", { landingPage });
    return (await fetch(`${gateway.url}/`, browser)).text();
  };
  const page = await asked("token --role <b>");
  expect(page).toContain('<pre id="token">token --role &lt;b></pre>');
  expect(page).toContain("Authorization: Bearer TOKEN");
  expect(await asked()).not.toContain("Authorization");
});

test("no script stands in the page, and no other page may show it in a frame", async () => {
  await using gateway = await startGateway([subgraph], "local", {
    landingPage: { title: "A", sandbox: true },
  });
  const response = await fetch(`${gateway.url}/`, browser);
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("frame-ancestors 'none'");
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe(
    "'self' https://embeddable-sandbox.cdn.apollographql.com",
  );
  const page = await response.text();
  expect(page).not.toMatch(/<script(?! src="[^"]+"><\/script>)|\son\w+=/);
  const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  expect(page.match(/<style/g)?.length).toBe(page.split(`<style nonce="${nonce}"`).length - 1);
});

test.each(["/", "/graphql", "/health", "/landing-page.js", "/nothing"])(
  "no cache keeps the answer of %s",
  async (path) => {
    await using gateway = await startGateway([subgraph], "local", {
      landingPage: { title: "A", sandbox: true },
    });
    for (const init of [browser, { method: "POST" }, {}]) {
      const { headers } = await fetch(gateway.url + path, init);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    }
  },
);

test("in production the page loads nothing from elsewhere", async () => {
  await using gateway = await startGateway([subgraph], "local", {
    landingPage: { title: "A", sandbox: false },
  });
  const page = await (await fetch(`${gateway.url}/`, browser)).text();
  expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="(?!\/landing-page\.js"|data:,")/);
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
