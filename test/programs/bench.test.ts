import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, inject, test } from "vitest";
import "../support/prepared-databases.js";
import { startProgram } from "../support/program.js";

/** The folder of the sample of the test run. */
function sampleFolder(): string {
  const [, location] = inject("locations").sqlite?.[0] ?? [];
  if (location?.kind !== "sqlite") throw new Error("Expected the sample on SQLite.");
  return dirname(location.file);
}

const short = ["--rounds", "1", "--duration", "0.1", "--warm-up", "0.1"];

/** The rows of tables that `npm run bench` prints from the sources, by their first cell. */
async function benchRows(...args: readonly string[]): Promise<Map<string, number>> {
  const sources = ["--tsconfig", "tsconfig.base.json", "--conditions=@an-sinh/source"];
  const command = [...sources, "test/bench/bench.main.ts", ...args];
  await using bench = startProgram("node_modules/tsx/dist/cli.mjs", {}, command);
  expect(await bench.ended(), bench.output().slice(-3_000)).toBe(0);
  const rows = new Map<string, number>();
  for (const [, title = ""] of bench.output().matchAll(/^\| (.+?) +\|/gm))
    rows.set(title, (rows.get(title) ?? 0) + 1);
  // Whoever may see no rows has fast answers: a hundred households with everything are more.
  expect(Number(/^### large, answers of (\d+) kB/m.exec(bench.output())?.[1])).toBeGreaterThan(100);
  return rows;
}

test("the handler that is written by hand gives the gateway's answers, and both are measured", async () => {
  const options = [
    "--only",
    "ours,hand-written",
    "--operations",
    "small,medium,large",
    ...short,
    "--crowd",
    "50",
  ];
  const rows = await benchRows("gateway", ...options, "--data", sampleFolder());
  // One table for each operation, and one for memory.
  expect(rows.get("An Sinh")).toBe(4);
  expect(rows.get("hand-written handler")).toBe(4);
}, 300_000);

test("the statements that are written by hand give the graph's bytes, and each statistic is measured", async () => {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-bench-"));
  try {
    await symlink(sampleFolder(), join(folder, "scale-1"));
    const parts = ["--parts", "serving,growth", "--database", "sqlite", "--data", folder];
    const only = "embedded,embedded-open,distributed-open,hand-written";
    const serving = ["--only", only, "--operations", "small,medium,large", ...short];
    const growth = ["--scales", "1", "--runs", "1"];
    const rows = await benchRows("graph", ...parts, ...serving, "--connections", "1", ...growth);
    // One table for each operation.
    expect(rows.get("An Sinh, embedded")).toBe(3);
    expect(rows.get("An Sinh, embedded, open")).toBe(3);
    // Other gateways ask the same subgraphs, which answer calls that nobody signed.
    expect(rows.get("An Sinh, distributed, open")).toBe(3);
    expect(rows.get("hand-written statements")).toBe(3);
    expect(rows.get("poverty")).toBe(1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);
