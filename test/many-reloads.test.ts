import { expect, test } from "vitest";
import { reloadOften } from "./bench/change/reload-often.js";

// A thousand: npm run bench -- change.
test("a hundred supergraphs, one after the other, fail no request and leave nothing in memory", async () => {
  const { sent, failures, heapGrowth } = await reloadOften(100);
  expect(failures).toEqual([]);
  expect(sent).toBeGreaterThan(0);
  // Fifty that stay would hold more.
  expect(heapGrowth).toBeLessThan(3_000_000);
});
