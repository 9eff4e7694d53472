import { describe, expect, test } from "vitest";
import { isDay } from "@an-sinh/subgraph-kit/calendar";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";

describe("Date", () => {
  test.each(["2024-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (text) => {
    expect(DateScalar.parseValue(text)).toBe(text);
  });

  test.each([
    "2025-02-29",
    "2025-13-01",
    "2025-1-1",
    "31/12/2025",
    "2025-12-31T00:00:00Z",
    "",
    20251231,
    null,
  ])("%s is refused", (value) => {
    expect(() => DateScalar.parseValue(value)).toThrow(/Expected a day that exists/);
  });

  test("what is refused is not repeated at length", () => {
    expect(() => DateScalar.parseValue("x".repeat(10_000))).toThrow(/^.{0,140}$/);
    expect(isDay("x".repeat(10_000))).toBe(false);
  });
});

describe("VND", () => {
  test.each([0, 150_000_000_000, -1, Number.MAX_SAFE_INTEGER])("%s is an amount", (value) => {
    expect(VndScalar.serialize(value)).toBe(value);
  });

  test.each([0.5, Number.NaN, 2 ** 53, "1000", null])("%s is refused", (value) => {
    expect(() => VndScalar.serialize(value)).toThrow(/beyond 2\^53 dong/);
  });
});
