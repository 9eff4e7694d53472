import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { foldersOf } from "@an-sinh/gateway/pages";
import { expect, test } from "vitest";

/** What a browser gets of the files with such an ending, in bytes. */
function gzipped(page: "console" | "docs", name: RegExp): number {
  const [{ folder } = { folder: "" }] = foldersOf([page]);
  const files = readdirSync(join(folder, "assets")).filter((file) => name.test(file));
  expect(files, String(name)).not.toEqual([]);
  return files.reduce((all, file) => all + gzipSync(readFileSync(join(folder, "assets", file))).length, 0);
}

test.each([
  ["console", "the console", /^index-.*\.(js|css)$/, 36_000],
  ["console", "its charts, which come with the first of them", /^draw-figure-.*\.js$/, 90_000],
  ["docs", "the reference", /\.(js|css)$/, 16_000],
] as const)("%s: %s stay small", (page, _, name, most) => {
  expect(gzipped(page, name)).toBeLessThan(most);
});
