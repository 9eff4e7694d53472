import { firstQuery } from "@an-sinh/deployment/welcome";
import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { examples } from "../support/examples.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

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
