import { expect, test } from "vitest";
import { departments } from "./support/database.js";

test("no number in a file is beyond 10^13, so that sums of nine hundred amounts are exact", () => {
  const kinds = departments.flatMap((department) => department.kinds);
  // Nothing adds up figures that others published.
  const columns = kinds.filter(({ name }) => name !== "published-figures").flatMap((kind) => kind.columns);
  const taken = (cell: string) => columns.filter(({ type }) => typeof type.read(cell) === "number").length;
  expect(taken("10000000000000")).toBeGreaterThan(15);
  for (const cell of ["10000000000001", "9007199254740991", "9007199254740992", "1e14"])
    expect(taken(cell), cell).toBe(0);
});
