import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { FoundRead } from "../../src/access-log/chain-reads.js";
import { readCursor, writeCursor } from "../../src/access-log/look-up-cursor.js";
import { LookUps } from "../../src/access-log/look-ups.js";
import type { PageRange } from "../../src/access-log/page-range.js";
import { toHead, type ChainPlace } from "../../src/audit/audit-entry.js";
import { chainsIn } from "../../src/audit/audit-folder.js";
import { findReads } from "../../src/audit/find-reads.js";
import { auditKey, logFilesIn, newAuditFolder, openLog, readOf, verify } from "../support/audit.js";

const dayMs = 24 * 60 * 60 * 1000;
const monday = Date.parse("2026-01-05T08:00:00Z");

const wanted = { type: "Patient", id: "p3" };
const { signal } = new AbortController();

/** Two processes write a log on three days, in many small files. Everybody is read again and again. */
async function writeDays(days = 3): Promise<string> {
  const folder = newAuditFolder();
  let now = monday;
  for (let day = 0; day < days; day += 1) {
    now = monday + day * dayMs;
    const options = { now: () => now, maxFileBytes: 3_000 };
    const logs = [await openLog(folder, options), await openLog(folder, options)];
    for (let read = 0; read < 40; read += 1) {
      now += read % 3 === 0 ? 0 : 1;
      const ids = new Set([`p${read % 7}`, `p${(3 * read) % 11}`]);
      const entry = { ...readOf(...ids), time: new Date(now).toISOString() };
      await logs[read % 2]?.record(entry);
    }
    for (const log of logs) await log.close();
  }
  return folder;
}

/** As on the last of the days, or so many hours later. */
const lookUpsIn = (folder: string, hours = 1, keys = [auditKey]) =>
  new LookUps({ folder, keys, now: () => monday + 2 * dayMs + hours * 60 * 60 * 1000 });

const indexesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".index"));

const rangeOf = (size: number, range: Partial<PageRange> = {}): PageRange => ({
  size,
  isBackward: false,
  after: undefined,
  before: undefined,
  ...range,
});

/** All pages of a look-up, from the newest entry on or from the oldest one back: the newest entry first. */
async function readAll(lookUps: LookUps, size: number, isBackward = false): Promise<readonly FoundRead[]> {
  let all: readonly FoundRead[] = [];
  for (let hasMore = true; hasMore;) {
    const range = isBackward ? { isBackward, before: all[0] } : { after: all.at(-1) };
    const page = await lookUps.find({ wanted, range: rangeOf(size, range), signal });
    expect(page.isComplete).toBe(true);
    all = isBackward ? [...page.reads, ...all] : [...all, ...page.reads];
    ({ hasMore } = page);
  }
  return all;
}

test("pages from either end hold what is in the log, with indexes, without, and while files grow", async () => {
  const folder = await writeDays();
  const { reads } = await findReads({ folders: [folder], keys: [auditKey], ...wanted });
  expect(reads.length).toBeGreaterThan(20);
  const expected = reads.map(({ time }) => time).toReversed();
  const check = async (hours: number, first: number) => {
    const all = await readAll(lookUpsIn(folder, hours), first);
    expect(all.map(({ entry }) => entry.time)).toEqual(expected);
    expect(new Set(all.map(({ chain, seq }) => `${chain} ${seq}`)).size).toBe(all.length);
    expect(await readAll(lookUpsIn(folder, hours), first, true)).toEqual(all);
  };
  await check(1, 100);
  const files = logFilesIn(folder).length;
  // Two chains may still go on.
  expect([indexesIn(folder).length, files > 15]).toEqual([files - 2, true]);
  for (const first of [1, 4, 7]) await check(1, first);
  await check(48, 5);
  expect(indexesIn(folder)).toHaveLength(files);
  expect((await verify(folder)).findings).toEqual([]);
});

test("a page between two entries holds those between them, from the end that is asked for", async () => {
  const folder = await writeDays();
  for (const hours of [1, 48]) {
    const lookUps = lookUpsIn(folder, hours);
    const all = await readAll(lookUps, 100);
    for (const [from, to] of [
      [0, 9],
      [3, 4],
      [5, 5],
      [7, all.length - 1],
      [9, 2],
    ] as const) {
      const ends = { after: all[from], before: all[to] };
      const between = all.slice(from + 1, Math.max(from + 1, to));
      const first = await lookUps.find({ wanted, range: rangeOf(4, ends), signal });
      const last = await lookUps.find({ wanted, range: rangeOf(4, { ...ends, isBackward: true }), signal });
      expect([first.reads, last.reads]).toEqual([between.slice(0, 4), between.slice(-4)]);
      expect([first.hasMore, last.hasMore]).toEqual([between.length > 4, between.length > 4]);
    }
  }
});

test("an index that is damaged or belongs to another file is made anew", async () => {
  const folder = await writeDays();
  const expected = await readAll(lookUpsIn(folder, 48), 100);
  const paths = indexesIn(folder).map((name) => `${folder}/${name}`);
  const [first = "", second = "", ...others] = paths.toSorted(
    (a, b) => Number(b.endsWith(".000001.index")) - Number(a.endsWith(".000001.index")),
  );
  const good = readFileSync(second);
  writeFileSync(first, good);
  for (const [number, file] of others.entries()) {
    const bytes = readFileSync(file);
    // Each time another byte differs, up to all that follows the header.
    const at = number % 2 === 0 ? number : 1024 + ((number * 37) % (bytes.length - 1024));
    writeFileSync(file, bytes.fill(bytes[at] === 48 ? 49 : 48, at, number % 3 === 0 ? at + 1 : undefined));
  }
  truncateSync(second, 1030);
  expect(await readAll(lookUpsIn(folder, 48), 100)).toEqual(expected);
  expect(readFileSync(second)).toEqual(good);
});

/** What somebody does to the log, and what of a look-up's error says so. */
const damages: readonly (readonly [
  what: string,
  damage: (folder: string) => Promise<void> | void,
  error: RegExp,
])[] = [
  ["alters the entry that is asked for", (folder) => alter(folder, /"p3"/, '"p4"'), /another entry|altered/],
  ["puts another entry about the same in its place", repeatEntry, /altered|another entry/],
  [
    "removes the end of the newest file",
    (folder) => cutLast(logFilesIn(folder).at(-1) ?? ""),
    /missing at its end|expected the end of a line/,
  ],
  [
    "removes the end of an older file",
    (folder) => cutLast(logFilesIn(folder)[0] ?? ""),
    /end of the file|end of a line|altered/,
  ],
  [
    "removes a file",
    (folder) => rmSync(logFilesIn(folder)[1] ?? ""),
    /file 2 is missing|file \d+ is missing/,
  ],
  ["removes the first file of a chain", (folder) => rmSync(logFilesIn(folder)[0] ?? ""), /opening/],
  [
    "alters a head",
    async (folder) => writeFileSync((await chainsIn(folder))[0]?.head ?? "", "{}"),
    /its head/,
  ],
];

function alter(folder: string, text: RegExp, other: string): void {
  for (const file of logFilesIn(folder)) {
    const before = readFileSync(file, "utf8");
    if (text.test(before)) return writeFileSync(file, before.replace(text, other));
  }
}

/** The same entry twice, each with the hash before it: both are verified by themselves. */
function repeatEntry(folder: string): void {
  for (const file of logFilesIn(folder)) {
    const lines = readFileSync(file, "utf8").split("\n");
    const about = lines.flatMap((line, index) => (index > 1 && line.includes('"p3"') ? [index] : []));
    for (const target of about) {
      const source = about.find(
        (index) => index < target - 1 && lines[index]?.length === lines[target]?.length,
      );
      if (source === undefined) continue;
      lines[target - 1] = `${lines[target - 1]?.slice(0, -66)}${lines[source - 1]?.slice(-66)}`;
      lines[target] = lines[source] ?? "";
      return writeFileSync(file, lines.join("\n"));
    }
  }
  throw new Error("Expected two entries of one length");
}

function cutLast(file: string): void {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  writeFileSync(
    file,
    lines
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join(""),
  );
}

test.each(damages)("nothing is answered where somebody %s", async (_, damage, error) => {
  for (const hasIndexes of [true, false]) {
    const folder = await writeDays(1);
    const hours = 48;
    if (hasIndexes) await readAll(lookUpsIn(folder, hours), 100);
    await damage(folder);
    for (const isBackward of [false, true])
      await expect(readAll(lookUpsIn(folder, hours), 100, isBackward)).rejects.toThrow(error);
  }
});

test("a look-up reads what it answers: verify finds what else was altered", async () => {
  const folder = await writeDays();
  const lookUps = lookUpsIn(folder, 48);
  const expected = await readAll(lookUps, 100);
  alter(folder, /\["p0"\]/, '["p1"]');
  expect(await readAll(lookUps, 100)).toEqual(expected);
  expect((await verify(folder)).findings).toHaveLength(1);
});

test("how far a finished chain was is read once, so that an older copy put in its place shows", async () => {
  const folder = await writeDays(1);
  const [chain] = await chainsIn(folder);
  const [file = "", head = ""] = [chain?.files.at(-1), chain?.head];
  const lookUps = lookUpsIn(folder, 48);
  await readAll(lookUps, 100);
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const { seq, hash } = JSON.parse(lines.at(-2) ?? "") as ChainPlace;
  cutLast(file);
  writeFileSync(head, toHead(auditKey, chain?.chain ?? "", { seq, hash }));
  for (const name of indexesIn(folder)) rmSync(`${folder}/${name}`);
  await expect(readAll(lookUps, 100)).rejects.toThrow("missing at its end");
  await expect(readAll(lookUpsIn(folder, 48), 100)).resolves.toBeDefined();
});

test("a chain that is not in the folder is said to be missing, and one of another key is refused", async () => {
  const folder = await writeDays();
  const [oldest] = await chainsIn(folder);
  for (const file of [...(oldest?.files ?? []), oldest?.head ?? ""]) rmSync(file);
  expect(await lookUpsIn(folder).find({ wanted, range: rangeOf(5), signal })).toMatchObject({
    isComplete: false,
  });
  const other = lookUpsIn(folder, 1, ["another key of more than thirty-two characters"]);
  await expect(other.find({ wanted, range: rangeOf(5), signal })).rejects.toThrow("AUDIT_KEY");
});

test("a cursor counts only in the list that handed it out", () => {
  const place = { time: monday, chain: "c", seq: 7 };
  const cursor = writeCursor(auditKey, wanted, place);
  expect(readCursor(auditKey, wanted, cursor, "after")).toEqual(place);
  const others = [
    cursor.slice(1),
    `${cursor}A`,
    "",
    "x",
    writeCursor(auditKey, { ...wanted, id: "p4" }, place),
    writeCursor(null, wanted, place),
  ];
  for (const other of others)
    expect(() => readCursor(auditKey, wanted, other, "before")).toThrow("before: expected");
});
