import { appendFileSync, copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toHead } from "../../src/audit/audit-entry.js";
import { chainsIn } from "../../src/audit/audit-folder.js";
import { readKeptHeads, writeHeads } from "../../src/audit/kept-heads.js";
import { recentChains } from "../../src/audit/open-chain.js";
import { verifyChains } from "../../src/audit/verify-chains.js";
import { auditKey, logFilesIn, newAuditFolder, openLog, readOf, verify, writeLog } from "../support/audit.js";

const ids = ["a", "b", "c", "d", "e"];

/** Writes five entries after the opening, changes the lines, and returns what is found, without the folder. */
async function findingsAfter(change: (lines: string[]) => readonly string[], key: string | null = auditKey) {
  const folder = await writeLog(ids, { key });
  const [file = ""] = logFilesIn(folder);
  writeFileSync(file, `${change(readFileSync(file, "utf8").trimEnd().split("\n")).join("\n")}\n`);
  const { findings } = await verify(folder, key === null ? [] : [key]);
  return findings.map(({ where, what }) => `${/:(\d+)$/.exec(where)?.[1] ?? "chain"}: ${what}`);
}

const altered = "the entry was altered, or is not the one that followed";

test("a log that nobody touched has nothing to find", async () => {
  expect(await findingsAfter((lines) => lines)).toEqual([]);
  expect(await findingsAfter((lines) => lines, null)).toEqual([]);
});

test("an entry that was altered is found", async () => {
  const change = (lines: string[]) => lines.map((line) => line.replace('"c"', '"x"'));
  expect(await findingsAfter(change)).toEqual([`4: ${altered}`]);
  expect(await findingsAfter(change, null)).toEqual([`4: ${altered}`]);
});

test("an entry whose hash was replaced is found", async () => {
  const change = (lines: string[]) =>
    lines.map((line, index) => (index === 3 ? line.replace(/[0-9a-f]{64}"}$/, `${"0".repeat(64)}"}`) : line));
  expect(await findingsAfter(change)).toEqual([`4: ${altered}`, `5: ${altered}`]);
});

test("entries that were removed are found", async () => {
  expect(await findingsAfter((lines) => lines.toSpliced(2, 2))).toEqual([
    "3: entries 2 to 3 are missing before this line",
    `3: ${altered}`,
  ]);
  const [first, second] = await findingsAfter((lines) => lines.slice(1));
  expect([first, second]).toEqual([
    "1: the chain does not begin with its opening",
    "1: entries 0 to 0 are missing before this line",
  ]);
});

test("entries that were put into another order are found", async () => {
  const swap = ([opening = "", a = "", b = "", ...rest]: string[]) => [opening, b, a, ...rest];
  expect(await findingsAfter(swap)).toContain("3: entry 1 comes after entry 2");
});

test("an entry that was inserted is found", async () => {
  expect(await findingsAfter((lines) => lines.toSpliced(3, 0, lines[2] ?? ""))).toContain(
    "4: entry 2 comes after entry 2",
  );
  expect(await findingsAfter((lines) => lines.toSpliced(3, 0, "{}"))).toEqual(["4: the line is no entry"]);
});

test("entries that are missing at the end are found", async () => {
  const missing = "chain: ends after entry 3, but its head names entry 5";
  expect(await findingsAfter((lines) => lines.slice(0, 4))).toEqual([missing]);
  expect(await findingsAfter((lines) => lines.slice(0, 4), null)).toEqual([missing]);
});

test("a head that was made without the key, or is missing, is found", async () => {
  const folder = await writeLog(ids);
  const [{ chain = "", head = "" } = {}] = await chainsIn(folder);
  writeFileSync(
    head,
    toHead("another key of more than thirty-two characters", chain, { seq: 5, hash: "0".repeat(64) }),
  );
  expect((await verify(folder)).findings).toMatchObject([{ what: "has a head that was altered" }]);
  rmSync(head);
  expect((await verify(folder)).findings).toMatchObject(
    [{ what: /no readable head/ }].map(({ what }) => ({ what: expect.stringMatching(what) })),
  );
});

test("a chain that was written anew without the key is found", async () => {
  const folder = await writeLog(ids, { key: null });
  expect((await verify(folder)).findings).toMatchObject([
    { what: "the chain has no key: anyone may have written it" },
  ]);
  const other = await writeLog(ids, { key: "another key of more than thirty-two characters" });
  expect((await verify(other)).findings[0]?.what).toMatch(
    /needs the key [0-9a-f]{12}, which AUDIT_KEY does not hold/,
  );
});

test("an older key is enough for older chains", async () => {
  const folder = await writeLog(ids, { key: "another key of more than thirty-two characters" });
  await writeLog(ids, { folder });
  const keys = [auditKey, "another key of more than thirty-two characters"];
  expect(await verify(folder, keys)).toMatchObject({ chains: 2, entries: 12, findings: [] });
});

test("a chain that was removed or set back to an earlier state is found by what later ones say", async () => {
  const folder = await writeLog(["a"]);
  const [{ head = "" } = {}] = await chainsIn(folder);
  const [file = ""] = logFilesIn(folder);
  const log = await openLog(folder);
  await log.close();
  await writeLog(["b"], { folder });
  expect((await verify(folder)).findings).toEqual([]);
  const whole = readFileSync(file, "utf8");
  rmSync(file);
  rmSync(head);
  expect((await verify(folder)).findings).toMatchObject([
    { what: expect.stringMatching(/^is missing; \S+ names it$/) },
  ]);
  writeFileSync(file, `${whole.split("\n")[0]}\n`);
  const found = (await verify(folder)).findings.map(({ what }) => what);
  expect(found.at(-1)).toMatch(/^ends after entry 0, but \S+ names entry 1$/);
});

test("a chain that was set back together with its head is found by a head that was kept", async () => {
  const folder = await writeLog(ids);
  const [{ files = [], head = "" } = {}] = await chainsIn(folder);
  const list = join(folder, "heads.txt");
  writeFileSync(list, await writeHeads([folder]));
  const keptHeads = await readKeptHeads(list);
  const earlier = await writeLog(ids.slice(0, 2), { folder: newAuditFolder() });
  const [{ chain = "", files: others = [], head: otherHead = "" } = {}] = await chainsIn(earlier);
  const verifyKept = () => verifyChains({ folders: [folder], keys: [auditKey], keptHeads });
  expect((await verifyKept()).findings).toEqual([]);
  for (const file of [...files, head]) rmSync(file);
  copyFileSync(others[0] ?? "", join(folder, `${chain}.000001.jsonl`));
  copyFileSync(otherHead, join(folder, `${chain}.head.json`));
  expect((await verify(folder)).findings).toEqual([]);
  expect((await verifyKept()).findings).toMatchObject([
    { what: "is missing; the list of kept heads names it" },
  ]);
});

test("a line that is cut off is no fault, and the next start tells of it", async () => {
  const folder = await writeLog(ids);
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

test("the copy of a chain under another name is found", async () => {
  const folder = await writeLog(ids);
  const [{ chain = "", files = [], head = "" } = {}] = await chainsIn(folder);
  const other = chain.replace(/.{8}$/, "00000000");
  copyFileSync(files[0] ?? "", join(folder, `${other}.000001.jsonl`));
  copyFileSync(head, join(folder, `${other}.head.json`));
  expect((await verify(folder)).findings.map(({ what }) => what)).toContain(
    "the chain does not begin with its opening",
  );
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
