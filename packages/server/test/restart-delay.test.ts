import { expect, test } from "vitest";
import { RestartDelay } from "../src/restart-delay.js";

test("the wait doubles with every process that ended within a minute, up to half a minute", () => {
  const delay = new RestartDelay();
  const delays = Array.from({ length: 11 }, (_, index) => delay.nextMs(index));
  expect(delays).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000]);
});

test("a process that ended longer ago does not delay the next one", () => {
  const delay = new RestartDelay();
  for (let now = 0; now < 10; now += 1) delay.nextMs(now);
  expect(delay.nextMs(3_600_000)).toBe(100);
});
