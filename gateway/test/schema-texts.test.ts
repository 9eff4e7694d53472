import { parse } from "graphql";
import { expect, test } from "vitest";
import { startGateway } from "./support/gateway.js";

const sdl = `
  type Query { shown(old: Int @deprecated(reason: "Use new."), new: Int): Int hidden: Int @inaccessible code: Code }
  scalar Code @specifiedBy(url: "https://codes.example/")
`;
const subgraph = { name: "a", sdl, resolvers: {} };
const explorer = { path: "/explorer", title: "Explorer", folder: import.meta.dirname };
const docs = { path: "/docs", title: "Reference", folder: import.meta.dirname };

test("/schema.graphql is what clients see of the schema, with deprecations and specifications", async () => {
  await using gateway = await startGateway([subgraph], "local");
  const text = await (await fetch(`${gateway.url}/schema.graphql`)).text();
  expect(() => parse(text)).not.toThrow();
  expect(text).toContain('old: Int @deprecated(reason: "Use new.")');
  expect(text).toContain('scalar Code @specifiedBy(url: "https://codes.example/")');
  expect(text).not.toMatch(/hidden|join__|_entities|_Any/);
});

test("where the schema is closed, nothing shows it", async () => {
  const options = { introspection: false, pages: [explorer], examples: ["{ shown }"] };
  await using gateway = await startGateway([subgraph], "local", options);
  for (const path of ["/schema.graphql", "/explorer/graph.json"])
    expect((await fetch(gateway.url + path)).status).toBe(404);
});

test("the explorer learns the title, the first query and the examples of its gateway", async () => {
  const landingPage = { title: "Graph", sandbox: false, exampleQuery: "{ code }", tokenCommand: "token" };
  const options = { pages: [explorer], examples: ["{ shown }"], landingPage };
  await using gateway = await startGateway([subgraph], "local", options);
  const told: unknown = await (await fetch(`${gateway.url}/explorer/graph.json`)).json();
  const expected = { title: "Graph", firstQuery: "{ code }", tokenCommand: "token" };
  expect(told).toEqual({ ...expected, examples: ["{ shown }"] });
});

test("pages, and the page at /, learn which others are served", async () => {
  const landingPage = { title: "Graph", sandbox: false };
  await using gateway = await startGateway([subgraph], "local", { pages: [explorer, docs], landingPage });
  const links = [explorer, docs].map(({ path, title }) => ({ path: `${path}/`, title }));
  expect(await (await fetch(`${gateway.url}/pages.json`)).json()).toEqual({ pages: links });
  const page = await (await fetch(gateway.url, { headers: { accept: "text/html" } })).text();
  expect(page).toMatch(/<a [^>]*href="\/explorer\/">Explorer<\/a> · <a href="\/docs\/">Reference<\/a>/);
});
