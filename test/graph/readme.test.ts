import { afterAll, beforeAll, expect, test } from "vitest";
import { startGraph, type GraphUnderTest } from "../support/graph.js";
import { readmeExamples } from "../support/readme.js";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const examples = readmeExamples();

test("the README has requests with answers", () => {
  expect(examples.length).toBeGreaterThanOrEqual(2);
});

test.each(examples)("the README's request $# gives the answer printed there", async ({ query, answer }) => {
  expect(await graph.query(query)).toEqual(JSON.parse(answer));
});
