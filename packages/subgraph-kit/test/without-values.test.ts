import { expect, test } from "vitest";
import { withoutValues } from "../src/observation/without-values.js";

test.each([
  ["SELECT a FROM t WHERE n = 12 AND m IN (1,2, 3.5)", "SELECT a FROM t WHERE n = ? AND m IN (?,?, ?)"],
  ["SELECT a FROM t WHERE name = 'Nguyễn O''Brien 12' LIMIT 3", "SELECT a FROM t WHERE name = ? LIMIT ?"],
  ["SELECT t0.c1, `x2` FROM t0 WHERE c1=-7", "SELECT t0.c1, `x2` FROM t0 WHERE c1=-?"],
  ["SELECT  a\n FROM t", "SELECT a FROM t"],
])("a statement is told without its values: %s", (sql, told) => {
  expect(withoutValues(sql)).toBe(told);
});
