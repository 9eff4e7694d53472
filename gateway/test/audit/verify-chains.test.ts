import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toHead } from "../../src/audit/audit-entry.js";
import { chainsIn } from "../../src/audit/audit-folder.js";
import { readKeptHeads, writeHeads } from "../../src/audit/kept-heads.js";
import { verifyChains } from "../../src/audit/verify-chains.js";
import { auditKey, logFilesIn, newAuditFolder, openLog, verify, writeLog } from "../support/audit.js";

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
