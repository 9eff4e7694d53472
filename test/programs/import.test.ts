import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { householdsModel } from "@an-sinh/households/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startProgram, type Program } from "../support/program.js";

const header =
  "id,household_id,full_name,identification_number,birth_date,sex,ethnic_group,relationship_to_head,is_disabled,is_orphan,is_alive\n";
const line = (id: number) => `p${id},,Lê Văn Tám,,1980-01-01,MALE,Kinh,,no,no,yes\n`;
const lines = (count: number) => Array.from({ length: count }, (_, index) => line(index + 1)).join("");

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "an-sinh-import-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const run = (folder: string, ...args: readonly string[]) =>
  startProgram("packages/deployment/dist/import.main.js", { DATA_DIR: folder, INIT_CWD: folder }, [
    "households",
    "members",
    ...args,
  ]);

/** A folder with a file of one member, who is on record. */
async function startedFolder(): Promise<string> {
  const folder = await mkdtemp(join(root, "data-"));
  await writeFile(join(folder, "one.csv"), header + line(0));
  await using program = run(folder, "one.csv");
  expect(await program.ended()).toBe(0);
  return folder;
}

async function peopleIn(folder: string): Promise<number> {
  const location = { kind: "sqlite", file: join(folder, "households.sqlite") } as const;
  const database = await openDatabase({ ...householdsModel, location });
  const [row] = await database.reader.query("SELECT COUNT(*) AS people FROM person");
  await database.close();
  return Number(row.people);
}

/** Starts an import from a pipe, and resolves when it has read many lines and waits for more. */
async function startHalfway(folder: string): Promise<Program> {
  const pipe = join(folder, "pipe.csv");
  spawnSync("mkfifo", [pipe]);
  const program = run(folder, "pipe.csv");
  const output = createWriteStream(pipe);
  // The reader is killed.
  output.on("error", () => {});
  if (!output.write(header + lines(100_000))) await once(output, "drain");
  return program;
}

describe("an import", () => {
  test("that is killed half-way has changed nothing, and a second one succeeds", async () => {
    const folder = await startedFolder();
    await using program = await startHalfway(folder);
    program.kill("SIGKILL");
    expect(await program.ended()).toBe("SIGKILL");
    expect(await peopleIn(folder)).toBe(1);
    await writeFile(join(folder, "all.csv"), header + lines(20_000));
    await using second = run(folder, "all.csv");
    expect(await second.ended()).toBe(0);
    expect(second.output()).toMatch(/20,000 inserted, 0 updated, 0 unchanged/);
    expect(await peopleIn(folder)).toBe(20_001);
  });

  test("that is stopped by Ctrl-C ends with 130 and has changed nothing", async () => {
    const folder = await startedFolder();
    await using program = await startHalfway(folder);
    program.kill("SIGINT");
    expect(await program.ended()).toBe(130);
    expect(program.output()).toMatch(/Nothing was stored. Stopped/);
    expect(await peopleIn(folder)).toBe(1);
  });

  test("with a rejected line stores nothing, names it and ends with 1", async () => {
    const folder = await startedFolder();
    await writeFile(join(folder, "bad.csv"), header + line(1) + line(2).replace("MALE", "Nam"));
    await using program = run(folder, "bad.csv");
    expect(await program.ended()).toBe(1);
    expect(program.output()).toMatch(/line 3, sex: expected one of FEMALE, MALE\n/);
    expect(program.output()).toMatch(/Nothing was stored/);
    expect(await peopleIn(folder)).toBe(1);
    await using partial = run(folder, "bad.csv", "--rejects", "rejects.csv");
    expect(await partial.ended()).toBe(1);
    expect(await peopleIn(folder)).toBe(2);
    expect(await readFile(join(folder, "rejects.csv"), "utf8")).toMatch(/^3,sex,"one of FEMALE, MALE",$/m);
  });

  test.each([
    ["a department that is not known", ["citizens", "members", "one.csv"], /one of households, /],
    ["a kind that is not known", ["households", "cats", "one.csv"], /one of administrative-units, /],
    ["a file that is not there", ["households", "members", "none.csv"], /There is no file/],
    ["an option that is not known", ["households", "members", "one.csv", "--force"], /--force/],
    ["no file", ["households", "members"], /Expected a department, a kind and a file/],
  ])("of %s is one clear message", async (_, args, message) => {
    const program = startProgram("packages/deployment/dist/import.main.js", { DATA_DIR: root }, args);
    expect(await program.ended()).toBe(1);
    expect(program.output()).toMatch(message);
    expect(program.output()).not.toMatch(/\n\s+at /);
  });

  test.each([
    ["departments and kinds", ["--help"], /housing-supports/],
    ["the columns of a kind", ["households", "members", "--help"], /identification_number.*12 digits/s],
  ])("says in its help what %s there are", async (_, args, message) => {
    const program = startProgram("packages/deployment/dist/import.main.js", { DATA_DIR: root }, args);
    expect(await program.ended()).toBe(0);
    expect(program.output()).toMatch(message);
  });
});
