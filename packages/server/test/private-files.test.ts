import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptPrivateFile, replacePrivateFile } from "../src/private-files.js";

let root: string;
let file: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "an-sinh-private-"));
  file = join(root, "new", "file");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

test.each([
  ["is made once", () => keptPrivateFile(file, () => "text")],
  ["is replaced", () => replacePrivateFile(file, "text")],
])("a file that %s, and its folder, are for this user only", async (_, write) => {
  await write();
  expect([await modeOf(dirname(file)), await modeOf(file)]).toEqual([0o700, 0o600]);
  expect(await readdir(dirname(file))).toEqual(["file"]);
});

test("of programs that make a file at once, all get the same text", async () => {
  const texts = await Promise.all(
    Array.from({ length: 10 }, (_, index) => keptPrivateFile(file, () => `text ${index}`)),
  );
  expect(new Set([...texts, await keptPrivateFile(file, () => "later")]).size).toBe(1);
  expect(await readdir(dirname(file))).toEqual(["file"]);
});

test("a file in the place of a link leaves what the link names as it is", async () => {
  const victim = join(root, "victim");
  const link = join(root, "link");
  await writeFile(victim, "as it was");
  await symlink(victim, link);
  await replacePrivateFile(link, "text");
  expect([await readFile(victim, "utf8"), await readFile(link, "utf8")]).toEqual(["as it was", "text"]);
});

test("where a file cannot get its name, no draft of it stays", async () => {
  await keptPrivateFile(join(file, "inside"), () => "text");
  await expect(replacePrivateFile(file, "text")).rejects.toThrow("EISDIR");
  expect(await readdir(dirname(file))).toEqual(["file"]);
});

// Linux has such a place: it refuses folders as if the one above were missing.
test.runIf(process.platform === "linux")(
  "a folder that the system refuses is an error, and no endless attempt",
  async () => {
    await expect(keptPrivateFile("/proc/nope/inside/file", () => "text")).rejects.toThrow("ENOENT");
  },
);
