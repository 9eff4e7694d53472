import { expect, test, vi } from "vitest";
import { IndexRecords } from "../../src/access-log/index-records.js";
import { LookUps } from "../../src/access-log/look-ups.js";
import { auditKey, newAuditFolder, openLog, readOf } from "../support/audit.js";

test("others have their turn while a file of many ids is indexed", async () => {
  const folder = newAuditFolder();
  const now = Date.parse("2026-01-05T08:00:00Z");
  const log = await openLog(folder, { now: () => now });
  const ids = Array.from({ length: 20_000 }, (_, index) => `q${index}`);
  await log.record({ ...readOf(...ids), time: new Date(now).toISOString() });
  await log.close();
  const added = vi.spyOn(IndexRecords.prototype, "add");
  let most = 0;
  let before = 0;
  let isDone = false;
  const watch = () => {
    const { length } = added.mock.calls;
    most = Math.max(most, length - before);
    before = length;
    if (!isDone) setImmediate(watch);
  };
  watch();
  const lookUps = new LookUps({ folder, keys: [auditKey], now: () => now + 48 * 60 * 60 * 1000 });
  const asked = {
    wanted: { type: "Patient", id: "q7" },
    range: { size: 10, isBackward: false, after: undefined, before: undefined },
  };
  const { reads } = await lookUps.find({ ...asked, signal: new AbortController().signal });
  isDone = true;
  added.mockRestore();
  expect(reads).toHaveLength(1);
  expect(before).toBe(ids.length);
  expect(most).toBeLessThanOrEqual(1_000);
});
