import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startProgram } from "../support/program.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-keys-"));
});
afterAll(() => rm(folder, { recursive: true }));

const good = "0123456789abcdef".repeat(4);
const noKey = "SUBGRAPH_KEY: expected one key or two with a comma between them";
const noSharedCursors = "CURSOR_KEY: expected a key that all processes of this subgraph share";

async function startWith(subgraph: string, env: Record<string, string>) {
  const settings = { DATABASE_URL: `sqlite:${join(folder, "data.sqlite")}`, PORT: "0", ...env };
  await using program = startProgram(`subgraphs/${subgraph}/dist/main.js`, settings);
  return { code: await program.ended(), output: program.output() };
}

// Which texts are no keys: packages/server/test/signatures/signed-calls.test.ts.
test("no subgraph starts without a key, with a bad one, or in production with cursors that only it can read", async () => {
  const starts = await Promise.all([
    startWith("households", {}),
    startWith("credit-programs", { SUBGRAPH_KEY: "" }),
    startWith("housing-projects", { SUBGRAPH_KEY: `${good},${good.slice(1)}` }),
    startWith("meritorious-service", { SUBGRAPH_KEY: good, NODE_ENV: "production" }),
  ]);
  expect(starts.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  for (const [index, { output }] of starts.entries()) {
    expect(output).toContain(index === 3 ? noSharedCursors : noKey);
    expect(output).not.toMatch(/ {4}at |123456789abcdef/);
  }
  expect(await readdir(folder)).toEqual([]);
});
