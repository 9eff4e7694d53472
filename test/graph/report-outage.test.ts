import { afterAll, beforeAll, expect, test } from "vitest";
import type { GraphUnderTest } from "../support/graph.js";
import { download, startReportGraph } from "../support/report-graph.js";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startReportGraph();
});
afterAll(() => graph.close());

interface Partial {
  readonly rows: readonly unknown[];
  readonly isComplete: boolean;
  readonly errors: readonly { readonly service: string; readonly code: string }[];
}

test("a department that goes down in the middle cuts a file, and leaves its cells empty where that is asked for", async () => {
  const name = "escaped-households-with-policy-loans";
  const [file, document] = await Promise.all([
    download(graph, `${name}.csv`),
    download(graph, `${name}.json?partial=true`),
  ]);
  await graph.fail("credit-programs");
  await expect(file.text()).rejects.toThrow("terminated");
  const partial = (await document.json()) as Partial;
  expect(partial.isComplete).toBe(false);
  expect(partial.rows.length).toBeGreaterThan(900);
  expect(new Set(partial.errors.map(({ service }) => service))).toEqual(new Set(["credit-programs"]));
  expect([502, 503]).toContain((await download(graph, `${name}.csv`)).status);
});
