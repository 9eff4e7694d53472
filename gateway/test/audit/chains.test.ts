import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chainsIn } from "../../src/audit/audit-folder.js";
import { recentChains } from "../../src/audit/open-chain.js";
import { logFilesIn, newAuditFolder, openLog, readOf, verify, writeLog } from "../support/audit.js";

test("a line that is cut off is no fault, and the next start tells of it", async () => {
  const folder = await writeLog(["a", "b", "c", "d", "e"]);
  const [file = ""] = logFilesIn(folder);
  appendFileSync(file, '{"seq":6,"time":"2026-');
  const warnings: object[] = [];
  const logger = { warn: (details: object) => void warnings.push(details), error: () => undefined };
  const log = await openLog(folder, { logger });
  await log.record(readOf("f"));
  await log.close();
  expect(warnings).toEqual([{ file }]);
  await (await openLog(folder, { logger })).close();
  expect(warnings).toHaveLength(1);
  const { findings, notes } = await verify(folder);
  expect(findings).toEqual([]);
  expect(notes).toMatchObject([{ where: `${file}:7` }]);
});

test("a chain goes on in another file when one is full, and another chain begins at midnight", async () => {
  let now = Date.parse("2026-01-02T10:00:00Z");
  const folder = await writeLog([], { now: () => now });
  const opening = readFileSync(logFilesIn(folder)[0] ?? "", "utf8").length;
  rmSync(folder, { recursive: true });
  const log = await openLog(folder, { now: () => now, maxFileBytes: opening + 10_000 });
  const bytesNow = () => readFileSync(logFilesIn(folder).at(-1) ?? "").length;
  await log.record(readOf("a"));
  const size = bytesNow() - opening;
  // The last entry fills the file to its last byte.
  const filler = "x".repeat(10_000 - 2 * size + 1);
  await log.record(readOf(`${filler}`));
  expect([bytesNow() - opening, logFilesIn(folder).length]).toEqual([10_000, 1]);
  await log.record(readOf("b"));
  expect(logFilesIn(folder)).toHaveLength(2);
  await log.record(readOf("x".repeat(10_000)));
  now = Date.parse("2026-01-03T00:00:00Z");
  await log.record(readOf("c"));
  expect(logFilesIn(folder)).toHaveLength(4);
  await log.close();
  expect(await verify(folder)).toMatchObject({ chains: 2, entries: 7, findings: [] });
  rmSync(logFilesIn(folder)[1] ?? "");
  expect((await verify(folder)).findings[0]?.what).toBe("entries 3 to 3 are missing before this line");
});

test("somebody else's change to the file that is written ends the chain, and nothing is taken for recorded", async () => {
  const errors: object[] = [];
  const logger = { warn: () => undefined, error: (details: object) => void errors.push(details) };
  const folder = await writeLog([]);
  const log = await openLog(folder, { logger });
  await log.record(readOf("a"));
  const file = logFilesIn(folder).at(-1) ?? "";
  truncateSync(file, 10);
  await expect(log.record(readOf("b"))).rejects.toThrow("Somebody else");
  expect(errors).toMatchObject([{ requests: 1 }]);
  await log.record(readOf("b"));
  await log.close();
  const { findings } = await verify(folder);
  expect(findings.length).toBeGreaterThan(0);
  expect(
    findings.every(({ where }) =>
      file.includes(where.split(/[/.]/).find((part) => part.startsWith("20")) ?? "none"),
    ),
  ).toBe(true);
});

test("a start reads no more as the log grows, and yet each chain's end is named", async () => {
  const day = 24 * 60 * 60 * 1000;
  const folder = newAuditFolder();
  for (let today = 0; today < 20; today += 1) {
    const now = () => Date.parse("2026-01-05T08:00:00Z") + today * day;
    // Nobody works at the weekend.
    if (today % 7 < 5) await writeLog([`p${today}`], { folder, now });
    const recent = await recentChains(await chainsIn(folder), now());
    expect(recent.length).toBeLessThanOrEqual(3);
  }
  expect(await verify(folder)).toMatchObject({ chains: 15, findings: [] });
  for (const { chain, files, head = "" } of (await chainsIn(folder)).slice(0, -1)) {
    const kept = [...files, head].map((file) => ({ file, text: readFileSync(file) }));
    for (const { file } of kept) rmSync(file);
    expect((await verify(folder)).findings).toMatchObject([{ where: chain }]);
    for (const { file, text } of kept) writeFileSync(file, text);
  }
});

test("a process that was killed while it began a chain left no fault", async () => {
  const folder = await writeLog(["a"]);
  const [{ chain = "" } = {}] = await chainsIn(folder);
  const other = chain.replace(/.{8}$/, "ffffffff");
  for (const name of [`${other}.000001.jsonl`, `${other}.head.json`]) writeFileSync(join(folder, name), "");
  await writeLog(["b"], { folder });
  expect(await verify(folder)).toMatchObject({
    chains: 3,
    findings: [],
    notes: [{ where: other, what: "was begun, and nothing was written" }],
  });
});
