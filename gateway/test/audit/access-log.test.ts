import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findReads } from "../../src/audit/find-reads.js";
import { auditKey, entriesIn, newAuditFolder, openLog, readOf, verify, writeLog } from "../support/audit.js";

const program = fileURLToPath(new URL("../support/logging.main.ts", import.meta.url));
const fillingProgram = fileURLToPath(new URL("../support/filling.main.ts", import.meta.url));

test("a process that is killed while it writes loses nothing that it took for recorded", async () => {
  const folder = newAuditFolder();
  const child = spawn(process.execPath, ["--conditions=@an-sinh/source", "--import", "tsx", program, folder]);
  const recorded: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (id) => {
    recorded.push(id);
    if (recorded.length === 200) child.kill("SIGKILL");
  });
  await Promise.all([once(child, "exit"), once(lines, "close")]);
  const { findings } = await verify(folder);
  expect(findings).toEqual([]);
  const found = new Set(entriesIn(folder).flatMap(({ read }) => read?.["Patient"] ?? []));
  expect(recorded.filter((id) => !found.has(id))).toEqual([]);
  expect(recorded.length).toBeGreaterThanOrEqual(200);
});

/** Fills a log in a process whose files have at most so many blocks of 512 bytes. Returns what it prints. */
function fillLog(folder: string, blocks: number): string {
  const limited = `ulimit -f ${blocks} && exec "$0" "$@"`;
  const filling = ["--conditions=@an-sinh/source", "--import", "tsx", fillingProgram, folder];
  return spawnSync("sh", ["-c", limited, process.execPath, ...filling], { encoding: "utf8" }).stdout;
}

test("where the disk is full at the start, there is no log, and no file is left of it", () => {
  const folder = newAuditFolder();
  expect(fillLog(folder, 0)).toMatch(/^EFBIG/);
  expect(readdirSync(folder)).toEqual([]);
});

test("where the disk is full, nothing is taken for recorded, and what is there stays whole", async () => {
  const folder = newAuditFolder();
  const stdout = fillLog(folder, 512);
  const outcomes = stdout.trim().split("\n");
  expect(new Set(outcomes.map((line) => line.split(" ")[0]))).toEqual(new Set(["recorded", "refused"]));
  const recorded = outcomes.flatMap((line) => (line.startsWith("recorded ") ? [line.slice(9)] : []));
  expect(entriesIn(folder).map(({ read }) => read?.["Patient"]?.[0])).toEqual(recorded);
  expect((await verify(folder)).findings).toEqual([]);
});

test("a folder that is a link, or open to others, or in which nothing can be made is refused", async () => {
  const own = newAuditFolder();
  mkdirSync(own, { mode: 0o700 });
  const link = newAuditFolder();
  symlinkSync(own, link);
  await expect(openLog(link)).rejects.toThrow("Expected a folder, but got: a link");
  chmodSync(own, 0o755);
  await expect(openLog(own)).rejects.toThrow("chmod 700");
  const file = newAuditFolder();
  writeFileSync(file, "");
  await expect(openLog(file)).rejects.toThrow("EEXIST");
});

test("entries that come at once are written together, in their order", async () => {
  const folder = newAuditFolder();
  const log = await openLog(folder);
  const ids = Array.from({ length: 500 }, (_, index) => `p${index}`);
  await Promise.all(ids.map((id) => log.record(readOf(id))));
  await log.close();
  expect(entriesIn(folder).flatMap(({ read }) => read?.["Patient"] ?? [])).toEqual(ids);
});

test("several processes each have a chain, and one search reads all", async () => {
  const folder = newAuditFolder();
  const logs = await Promise.all([openLog(folder), openLog(folder), openLog(folder)]);
  await Promise.all(logs.map((log) => log.record(readOf("p1", "p2"))));
  await logs[0]?.record(readOf("p11"));
  await Promise.all(logs.map((log) => log.close()));
  await writeLog(["p3", "p1"], { folder });
  expect(await verify(folder)).toMatchObject({ chains: 4, findings: [] });
  const found = await findReads({ folders: [folder], keys: [auditKey], type: "Patient", id: "p1" });
  expect(found).toMatchObject({ chains: 4, findings: [] });
  expect(found.reads.map(({ read }) => read["Patient"]?.includes("p1"))).toEqual([true, true, true, true]);
});
