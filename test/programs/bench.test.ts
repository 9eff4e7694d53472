import { dirname } from "node:path";
import { expect, inject, test } from "vitest";
import "../support/prepared-databases.js";
import { startProgram } from "../support/program.js";

/** Starts `npm run bench` from the sources, on the sample of the test run. */
function startBench(...args: readonly string[]) {
  const [, location] = inject("locations").sqlite?.[0] ?? [];
  if (location?.kind !== "sqlite") throw new Error("Expected the sample on SQLite.");
  const sources = ["--tsconfig", "tsconfig.base.json", "--conditions=@an-sinh/source"];
  const command = ["test/bench/bench.main.ts", ...args, "--data", dirname(location.file)];
  return startProgram("node_modules/tsx/dist/cli.mjs", {}, [...sources, ...command]);
}

test("the handler that is written by hand gives the gateway's answers, and both are measured", async () => {
  const operations = ["--operations", "small,medium,large"];
  const short = ["--rounds", "1", "--duration", "0.1", "--warm-up", "0.1"];
  await using bench = startBench("gateway", "--only", "ours,hand-written", ...operations, ...short);
  expect({ code: await bench.ended(), output: bench.output() }).toMatchObject({ code: 0 });
  // One table for each operation, and one for memory.
  for (const title of ["An Sinh", "hand-written handler"]) {
    const rows = bench
      .output()
      .split("\n")
      .filter((line) => line.startsWith(`| ${title} `));
    expect({ title, rows: rows.length, output: bench.output() }).toMatchObject({ rows: 4 });
  }
}, 120_000);
