import {
  chmodSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openOutputFile } from "@an-sinh/csv/csv/output-file";
import { collectRejections } from "@an-sinh/csv/import/rejections";
import { beforeEach, expect, test } from "vitest";

const first = "id,name\n";
const input = "id,household_id\np1,h1\n";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "an-sinh-output-"));
  path = join(folder, "out.csv");
});

async function write(text: string): Promise<void> {
  const output = await openOutputFile(path, first);
  await output.write(text);
  await output.finish();
}

test("a file is for this user only, also where it takes the place of one that was for all", async () => {
  await write(first);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  chmodSync(path, 0o644);
  await write(`${first}1,a\n`);
  expect(readFileSync(path, "utf8")).toBe(`${first}1,a\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.each([`\ufeff${first}0,z\n`, ""])(
  "what an earlier run wrote is replaced, but only by a whole file",
  async (earlier) => {
    writeFileSync(path, earlier);
    const output = await openOutputFile(path, first);
    await output.write(first);
    expect(readFileSync(path, "utf8")).toBe(earlier);
    await output.discard();
    expect(readdirSync(folder)).toEqual(["out.csv"]);
    await write(first);
    expect(readFileSync(path, "utf8")).toBe(first);
  },
);

test.each<[string, (victim: string) => void]>([
  ["a symbolic link", (victim) => symlinkSync(victim, path)],
  ["a symbolic link to nothing", (victim) => symlinkSync(`${victim}.missing`, path)],
  ["another file", () => writeFileSync(path, input)],
  ["a hard link", (victim) => linkSync(victim, path)],
  ["a database", () => writeFileSync(path, "SQLite format 3\0")],
])("%s in the place of the file stays as it is", async (_, place) => {
  const victim = join(folder, "victim");
  writeFileSync(victim, input);
  place(victim);
  await expect(write(first)).rejects.toThrow(/is a link|holds something else/);
  await expect(collectRejections(path)).rejects.toThrow(/is a link|holds something else/);
  expect(readFileSync(victim, "utf8")).toBe(input);
  expect(readdirSync(folder).toSorted()).toEqual(["out.csv", "victim"]);
});

test("a link that is put there meanwhile is replaced or refused, never followed", async () => {
  const victim = join(folder, "victim");
  writeFileSync(victim, input);
  const output = await openOutputFile(path, first);
  await output.write(first);
  symlinkSync(victim, path);
  await expect(output.finish()).rejects.toThrow(/is a link/);
  await output.discard();
  expect(readFileSync(victim, "utf8")).toBe(input);
  expect(readdirSync(folder).toSorted()).toEqual(["out.csv", "victim"]);
});
