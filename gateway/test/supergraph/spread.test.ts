import { expect, test } from "vitest";
import { spread } from "../../src/supergraph/supergraph-watch.js";

test("processes that started together look for a supergraph up to a fifth of the time apart", () => {
  expect([0, 0.5, 1].map((random) => spread(5_000, random))).toEqual([4_500, 5_000, 5_500]);
});
