import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startProgram } from "../support/program.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-export-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(program: "import" | "export", env: Record<string, string>, ...args: readonly string[]) {
  await using started = startProgram(
    `packages/deployment/dist/${program}.main.js`,
    { INIT_CWD: folder, ...env },
    args,
  );
  return { code: await started.ended(), output: started.output() };
}

const territory = "unit_id,locality_id\n00001@0,a\n";
const kind = ["households", "territory"] as const;

test("an export says how many rows it wrote, where to, and from which database", async () => {
  const env = { DATA_DIR: join(folder, "data") };
  await writeFile(join(folder, "in.csv"), territory);
  expect(await run("import", env, ...kind, "in.csv")).toMatchObject({ code: 0 });
  const { code, output } = await run("export", env, ...kind, "--output", "out.csv", "--bom");
  expect(code).toBe(0);
  expect(output).toBe(
    `Wrote 1 row of households territory to ${join(folder, "out.csv")}, from ${join(folder, "data", "households.sqlite")}.\n`,
  );
  expect(await readFile(join(folder, "out.csv"), "utf8")).toBe(`\ufeff${territory}`);
  const piped = await run("export", env, ...kind);
  expect(piped.output).toContain(territory);
  expect(piped.output).toMatch(/Wrote 1 row of .* to standard output, from /);
});

test.each([
  ["DATA_DIR", { DATA_DIR: "mistyped" }],
  ["a department's own setting", { HOUSEHOLDS_DATABASE_URL: "sqlite:mistyped/households.sqlite" }],
])("an export from a database that %s names and that is not there makes nothing", async (_, setting) => {
  const elsewhere = await mkdtemp(join(folder, "elsewhere-"));
  const env = Object.fromEntries(
    Object.entries(setting).map(([name, value]) => [name, value.replace("mistyped", join(elsewhere, "x"))]),
  );
  const { code, output } = await run("export", env, ...kind, "--output", join(elsewhere, "out.csv"));
  expect(code).toBe(1);
  expect(output).toMatch(/There is no database \S+households\.sqlite\. Correct the setting/);
  expect(await readdir(elsewhere)).toEqual([]);
});

test("an export from a file that is no database of An Sinh leaves it as it is", async () => {
  const env = { DATA_DIR: await mkdtemp(join(folder, "empty-")) };
  await writeFile(join(env.DATA_DIR, "households.sqlite"), "");
  expect(await run("export", env, ...kind)).toMatchObject({ code: 1 });
  expect(await readFile(join(env.DATA_DIR, "households.sqlite"), "utf8")).toBe("");
  expect(existsSync(join(env.DATA_DIR, "households.sqlite-wal"))).toBe(false);
});
