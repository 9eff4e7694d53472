import { parse } from "graphql";
import { expect, test } from "vitest";
import { startGateway } from "./support/gateway.js";

const sdl = `
  type Query { shown(old: Int @deprecated(reason: "Use new."), new: Int): Int hidden: Int @inaccessible code: Code }
  scalar Code @specifiedBy(url: "https://codes.example/")
`;
const subgraph = { name: "a", sdl, resolvers: {} };
const explorer = { path: "/explorer", folder: import.meta.dirname };

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

test("the explorer learns the title, the first query, the pages and the examples of its gateway", async () => {
  const landingPage = { title: "Graph", sandbox: false, exampleQuery: "{ code }", tokenCommand: "token" };
  const options = { pages: [explorer], examples: ["{ shown }"], landingPage };
  await using gateway = await startGateway([subgraph], "local", options);
  const told: unknown = await (await fetch(`${gateway.url}/explorer/graph.json`)).json();
  const expected = { title: "Graph", firstQuery: "{ code }", tokenCommand: "token" };
  expect(told).toEqual({ ...expected, pages: [`${explorer.path}/`], examples: ["{ shown }"] });
});
