import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Progress } from "../src/database/mysql/progress.js";

const bound = 100;
const at = (version: number, migrations = 3, token = `of ${version}`) => ({ version, migrations, token });

test("a server that has all that the primary had lags by nothing", () => {
  const progress = new Progress(bound);
  progress.note(at(5), 0);
  expect(progress.lagOf(at(5), 1_000)).toBe(0);
  expect(progress.lagOf(at(6), 1_000)).toBe(0);
});

test("nobody knows how far a server is behind of which the primary was not seen where it is", () => {
  const progress = new Progress(bound);
  expect(progress.lagOf(at(5), 0)).toBe(Infinity);
  progress.note(at(5), 0);
  expect(progress.lagOf(at(4), 10)).toBe(Infinity);
  expect(progress.lagOf(at(5, 2), 10)).toBe(Infinity);
});

test("where the primary has less than before, a server that has less still is behind", () => {
  const progress = new Progress(bound);
  progress.note(at(9), 0);
  progress.note(at(7), 10);
  expect(progress.lagOf(at(6), 11)).toBe(Infinity);
  expect(progress.lagOf(at(7), 11)).toBe(0);
});

test("a server with other data at the same version is no replica: nobody knows how far it is behind", () => {
  const progress = new Progress(bound);
  progress.note(at(5), 0);
  progress.note(at(6), 10);
  for (const version of [5, 6]) expect(progress.lagOf(at(version, 3, "another"), 11)).toBe(Infinity);
  progress.note(at(6, 3, "restored"), 20);
  expect(progress.lagOf(at(6), 21)).toBe(Infinity);
  expect(progress.lagOf(at(6, 3, "restored"), 21)).toBe(0);
});

test("the primary lacked a version if it had less when it was asked later", () => {
  const progress = new Progress(bound);
  progress.note(at(5), 10);
  expect(progress.lacked(6, 10)).toBe(false);
  progress.note(at(5), 20);
  expect(progress.lacked(6, 10)).toBe(true);
  expect(progress.lacked(5, 10)).toBe(false);
});

test("where a primary that answers does not tell for long where it is, nobody knows how far others are behind", () => {
  const progress = new Progress(bound);
  progress.note(at(5), 0);
  progress.miss(bound);
  expect(progress.lagOf(at(5), bound)).toBe(0);
  progress.miss(bound + 1);
  expect(progress.lagOf(at(5), bound + 1)).toBe(Infinity);
});

/** When the primary stored something, and when it and then the replica were asked. */
const commits = fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 30 });
const checks = fc.uniqueArray(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 40 });
const versionAt = (times: readonly number[], now: number) => times.filter((time) => time < now).length;

test("a server never lacks what was stored before the lag that is said of it, if that is within the bound", () => {
  let compared = 0;
  fc.assert(
    fc.property(commits, checks, fc.nat(), (stored, asked, back) => {
      const times = asked.toSorted((a, b) => a - b);
      const progress = new Progress(bound);
      for (const time of times) progress.note(at(versionAt(stored, time)), time);
      const now = times.at(-1) ?? 0;
      const known = versionAt(stored, now);
      const version = Math.max(0, known - (back % 5));
      const lag = progress.lagOf(at(version), now);
      compared += 1;
      if (lag <= bound) expect(versionAt(stored, now - lag)).toBeLessThanOrEqual(version);
      if (version === known) expect(lag).toBe(0);
    }),
  );
  expect(compared).toBeGreaterThan(90);
});
