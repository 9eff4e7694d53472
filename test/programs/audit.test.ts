import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AccessLog } from "@an-sinh/gateway/audit/access-log";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startProgram } from "../support/program.js";

const key = "a key of more than thirty-two characters";

let root: string;
let folder: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "an-sinh-audit-"));
  folder = join(root, "audit");
  const log = await AccessLog.open({
    folder,
    key,
    logger: { warn: () => undefined, error: () => undefined },
  });
  for (const subject of ["first", "second"])
    await log.record({
      time: "2026-01-02T03:04:05.678Z",
      subject,
      agency: "Office",
      purpose: "review",
      operation: { name: "Find", hash: "0".repeat(64) },
      read: subject === "first" ? { Person: ["p1"], Household: ["h1"] } : { Household: ["h1"] },
      outcome: "answered",
    });
  await log.close();
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function audit(...args: readonly string[]) {
  const env = { DATA_DIR: root, AUDIT_KEY: key };
  await using program = startProgram("packages/deployment/dist/audit.main.js", env, args);
  return { code: await program.ended(), output: program.output() };
}

/** Entries are on standard output and their number is on standard error, so either may arrive first. */
async function looksAt(...args: readonly string[]) {
  const { code, output } = await audit(...args);
  return { code, lines: output.trimEnd().split("\n").toSorted() };
}

const lookOf = (subject: string) => `2026-01-02T03:04:05.678Z\t${subject} (Office)\treview\tFind\tanswered`;

test("the log of a person or a household says who looked, when, why and by which operation", async () => {
  expect(await looksAt("person", "p1")).toEqual({
    code: 0,
    lines: ["1 read. The log is whole.", lookOf("first")],
  });
  expect(await looksAt("household", "h1")).toEqual({
    code: 0,
    lines: ["2 reads. The log is whole.", lookOf("first"), lookOf("second")].toSorted(),
  });
  expect(await looksAt("person", "p2")).toEqual({ code: 0, lines: ["0 reads. The log is whole."] });
});

test("a log is verified, also by kept heads, and an altered line is named with exit code 1", async () => {
  const whole = "1 chain with 3 entries: nothing is altered or missing.\n";
  expect(await audit("verify")).toEqual({ code: 0, output: whole });
  const heads = join(root, "heads");
  await writeFile(heads, (await audit("heads")).output);
  expect(await audit("verify", "--heads", heads)).toEqual({ code: 0, output: whole });
  const name = (await readdir(folder)).find((file) => file.endsWith(".jsonl")) ?? "";
  const file = join(folder, name);
  await writeFile(file, (await readFile(file, "utf8")).replace('"p1"', '"p9"'));
  for (const args of [["verify"], ["household", "h1"]]) {
    const { code, output } = await audit(...args);
    expect(code).toBe(1);
    expect(output).toContain(`${file}:2: the entry was altered`);
  }
});

test.each([
  [["person"], "Expected the id after the command."],
  [["look"], "but got: look"],
])("%j says what was expected", async (args, message) => {
  const { code, output } = await audit(...args);
  expect(code).toBe(1);
  expect(output).toContain(message);
});
