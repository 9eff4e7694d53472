import { expect, test } from "vitest";
import { LoadEstimate } from "../src/load-estimate.js";

const estimate = () => new LoadEstimate({ mostUnderWay: 1_000, mostWaitMs: 500, fewUnderWay: 64 });

test("what the event loop does once, such as building another supergraph, lowers no limit", () => {
  const load = estimate();
  for (const share of [1, 1, 0.5, 1, 1]) {
    load.add(share, 0);
    expect(load.most).toBe(1_000);
  }
});

test("while the event loop is never idle, so many are taken as are answered in time, and as before when it is idle", () => {
  const load = estimate();
  const limits = [0.4, 0.4, 0.4, 0.01, 0].map((rate) => {
    load.add(1, rate);
    return Math.round(load.most);
  });
  expect(limits).toEqual([1_000, 1_000, 200, 142, 99]);
  load.add(0.2, 0.4);
  expect(load.most).toBe(1_000);
});

test("before the first answers nobody knows how fast they come, so no limit is lowered", () => {
  const load = estimate();
  for (let samples = 0; samples < 5; samples += 1) load.add(1, 0);
  expect(load.most).toBe(1_000);
  load.add(1, 0.4);
  expect(load.most).toBe(200);
});
