import { expect, test } from "vitest";
import { SeenNonces } from "../../src/signatures/seen-nonces.js";

test("a nonce is taken once within the period", () => {
  const nonces = new SeenNonces(1_000, 10, 0);
  expect(nonces.take("a", 500)).toBe(true);
  for (const now of [500, 999, 1_000, 1_499]) expect(nonces.take("a", now)).toBe(false);
  expect(nonces.take("b", 1_500)).toBe(true);
});

test("no more are taken than memory is for, until the next period", () => {
  const nonces = new SeenNonces(1_000, 2, 0);
  expect(["a", "b", "c"].map((nonce) => nonces.take(nonce, 1))).toEqual([true, true, false]);
  expect(nonces.take("c", 1_000)).toBe(true);
  expect(nonces.take("a", 1_000)).toBe(false);
  expect(nonces.take("a", 3_000)).toBe(true);
});
