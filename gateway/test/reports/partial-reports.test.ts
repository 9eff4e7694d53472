import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportsUnderTest } from "../support/report-graph.js";
import { startRequested } from "../support/requested-reports.js";

let graph: ReportsUnderTest;
beforeAll(async () => {
  graph = await startRequested();
});
afterAll(() => graph[Symbol.asyncDispose]());

describe("a department that fails", () => {
  test("makes a JSON document with empty cells and its name, where that is asked for", async () => {
    const document = await (await graph.get("reviewed.json?partial=true")).json();
    expect(document).toMatchObject({
      isComplete: false,
      errors: [{ code: "DATABASE_UNAVAILABLE", service: "reviews", columns: ["books.stars"] }],
    });
    const { rows } = document as { readonly rows: readonly (readonly unknown[])[] };
    expect(rows.map(([, stars]) => stars)).toEqual([1, 2, 3, 4, 0, ...Array.from({ length: 7 }, () => null)]);
  });

  test("makes every other download fail", async () => {
    await expect((await graph.get("reviewed.json")).text()).rejects.toThrow("terminated");
    await expect((await graph.get("reviewed.csv")).text()).rejects.toThrow("terminated");
    expect((await graph.get("reviewed.csv?partial=true")).status).toBe(400);
  });
});
