import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { graphUrl, openPage, token } from "./support/open-page.js";

/** Where a frontend team develops: a page on another port of this machine. */
async function serveApp() {
  const server = createServer((_request, response) =>
    response.setHeader("content-type", "text/html").end("<title>App</title>"),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return { port, [Symbol.asyncDispose]: async () => void server.close() };
}

test.each(["localhost", "127.0.0.1"])("an app on another port of %s asks with a token", async (host) => {
  await using app = await serveApp();
  await using opened = await openPage(`http://${host}:${app.port}/`);
  const asked = { url: `${graphUrl}/graphql`, token };
  const answered = await opened.page.evaluate(async ({ url, token: sent }) => {
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${sent}`,
      "x-purpose": "test",
      "apollographql-client-name": "app",
    };
    const body = JSON.stringify({ query: "{ households(first: 1) { edges { node { code } } } }" });
    const response = await fetch(url, { method: "POST", headers, body });
    return { text: await response.text(), id: response.headers.get("x-request-id") };
  }, asked);
  expect(answered.text).toMatch(/"code":"\d/);
  expect(answered.id).toMatch(/\S/);
  expect(opened.problems).toEqual([]);
});

test("a page of another site may not ask", async () => {
  await using app = await serveApp();
  await using opened = await openPage(`http://other.example:${app.port}/`);
  const failed = await opened.page.evaluate(async (url) => {
    const body = JSON.stringify({ query: "{ __typename }" });
    const init = { method: "POST", headers: { "content-type": "application/json" }, body };
    return fetch(url, init).then(String, String);
  }, `${graphUrl}/graphql`);
  expect(failed).toContain("Failed to fetch");
});
