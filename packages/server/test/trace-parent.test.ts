import { expect, test } from "vitest";
import { readTraceParent, writeTraceParent } from "../src/tracing/trace-parent.js";

const wellFormed = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

test("a well formed traceparent is read, and written as it was", () => {
  const read = readTraceParent(wellFormed);
  expect(read && writeTraceParent(read)).toBe(wellFormed);
});

test.each([
  undefined,
  "",
  [wellFormed, wellFormed],
  wellFormed.toUpperCase(),
  `${wellFormed}, ${wellFormed}`,
  `${wellFormed}-extra`,
  ` ${wellFormed}`,
  `${wellFormed}\n`,
  wellFormed.replace("00-", "01-"),
  wellFormed.replace("00-", "ff-"),
  wellFormed.replace("0af7651916cd43dd8448eb211c80319c", "0".repeat(32)),
  wellFormed.replace("b7ad6b7169203331", "0".repeat(16)),
  wellFormed.replace("b7ad", "b7az"),
  "9".repeat(10_000),
])("a traceparent that is not well formed counts as none: %j", (header) => {
  expect(readTraceParent(header)).toBeUndefined();
});
