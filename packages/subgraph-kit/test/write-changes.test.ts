import { changesBetween } from "@an-sinh/subgraph-kit/totals/write-changes";
import { expect, test } from "vitest";

const row = (id: string, value: number) => ({ id, value });

test("only rows that are new, different or gone change", () => {
  const before = [row("same", 1), row("other", 1), row("gone", 1)];
  const after = [row("new", 1), row("other", 2), row("same", 1)];
  expect(changesBetween(before, after, ({ id }) => id)).toEqual([
    { before: null, after: row("new", 1) },
    { before: row("other", 1), after: row("other", 2) },
    { before: row("gone", 1), after: null },
  ]);
});
