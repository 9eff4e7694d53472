import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const plugin = fileURLToPath(new URL("../oxlint-plugin.mjs", import.meta.url));
const oxlint = fileURLToPath(new URL("../../../node_modules/.bin/oxlint", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "an-sinh-lint-"));
afterAll(() => rmSync(root, { recursive: true }));

let serial = 0;

/** What the rule says about a folder with these files. */
function lint(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = join(root, String(++serial));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const config = { jsPlugins: [plugin], rules: { "structure/no-mutual-folders": "error" } };
  writeFileSync(join(folder, ".oxlintrc.json"), JSON.stringify(config));
  const { stdout } = spawnSync(oxlint, ["--format=json"], { cwd: folder, encoding: "utf8" });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: string; code: string }[] };
  const found = diagnostics.filter(({ code }) => code.includes("no-mutual-folders"));
  // Threads report in any order.
  return found.map(({ message }) => message).toSorted();
}

test("two folders that import from each other are reported on both sides", () => {
  const found = lint({
    "person/person.ts":
      'import type { Household } from "../household/household.js";\nexport type Person = Household;',
    "household/household.ts": "export interface Household {}",
    "household/members.ts":
      'import type { Person } from "../person/person.js";\nexport type Members = Person[];',
  });
  expect(found).toEqual([
    expect.stringContaining("imports from person, which imports from household"),
    expect.stringContaining("imports from household, which imports from person"),
  ]);
});

test("imports in one direction are allowed", () => {
  const found = lint({
    "person/person.ts": "export interface Person {}",
    "household/household.ts": 'export type { Person } from "../person/person.js";',
  });
  expect(found).toEqual([]);
});

test("a folder and one inside it may import from each other", () => {
  const found = lint({
    "csv/kind.ts": "export interface Kind {}",
    "csv/kinds.ts": 'export { loans } from "./kinds/loans.js";',
    "csv/kinds/loans.ts": 'import type { Kind } from "../kind.js";\nexport const loans: Kind = {};',
  });
  expect(found).toEqual([]);
});
