import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { official } from "../support/callers.js";
import { startGraph, type GraphUnderTest } from "../support/graph.js";
import { tokenOf } from "../support/tokens.js";

const reportsFolder = fileURLToPath(new URL("../../schema/operations", import.meta.url));

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph({ reportsFolder });
});
afterAll(() => graph.close());

async function download(path: string): Promise<Response> {
  const headers = { authorization: `Bearer ${await tokenOf(official)}` };
  return fetch(`${graph.url}/reports/${path}`, { headers });
}

interface Partial {
  readonly rows: readonly unknown[];
  readonly isComplete: boolean;
  readonly errors: readonly { readonly service: string; readonly code: string }[];
}

test("a department that goes down in the middle cuts a file, and leaves its cells empty where that is asked for", async () => {
  const name = "escaped-households-with-policy-loans";
  const [file, document] = await Promise.all([
    download(`${name}.csv`),
    download(`${name}.json?partial=true`),
  ]);
  await graph.fail("credit-programs");
  await expect(file.text()).rejects.toThrow("terminated");
  const partial = (await document.json()) as Partial;
  expect(partial.isComplete).toBe(false);
  expect(partial.rows.length).toBeGreaterThan(900);
  expect(new Set(partial.errors.map(({ service }) => service))).toEqual(new Set(["credit-programs"]));
  expect([502, 503]).toContain((await download(`${name}.csv`)).status);
});
