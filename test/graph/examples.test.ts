import { firstQuery } from "@an-sinh/deployment/welcome";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startGraph, type GraphUnderTest } from "../support/graph.js";
import { examples } from "../support/examples.js";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

test("README.md and docs/queries.md have requests with answers", () => {
  expect(new Set(examples().map(({ document }) => document))).toEqual(
    new Set(["README.md", "docs/queries.md"]),
  );
});

test("the request in README.md is the one that npm start prints", () => {
  const [first] = examples();
  expect(first?.query.trim()).toBe(firstQuery);
});

test.each(examples())("$document: request %# gives the answer printed there", async ({ query, answer }) => {
  expect(await graph.query(query)).toEqual(JSON.parse(answer));
});
