import { readFile } from "node:fs/promises";
import { describe, expect, inject, test } from "vitest";
import { startProgram } from "../support/program.js";
import { dataFolders, distributed, poorHouseholdsOfHaNoi, rightAnswer, tokenFor } from "../support/start.js";

const { emptyFolder, onSample } = dataFolders();

/** The processes that a process started, by their command lines. Linux tells. */
async function childrenOf(pid: number): Promise<ReadonlyMap<string, number>> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  const pids = children.trim().split(" ").map(Number);
  const lines = await Promise.all(pids.map((child) => readFile(`/proc/${child}/cmdline`, "utf8")));
  return new Map(lines.map((line, index) => [line, pids[index] ?? 0]));
}

describe("the distributed start", () => {
  test("on SQLite files: five processes answer together, one that dies is replaced, and all end together", async () => {
    const settings = await onSample();
    await using program = startProgram(distributed, settings);
    expect(await poorHouseholdsOfHaNoi(program, await tokenFor(settings.DATA_DIR))).toEqual(rightAnswer);
    const children = await childrenOf(program.pid);
    expect(children.size).toBe(5);
    for (const [path, pid] of children)
      if (/credit-programs|gateway/.test(path)) process.kill(pid, "SIGKILL");
    await program.until(/serves again(?:.*\n)*.*serves again/);
    expect(program.output().match(/"service":"[\w-]+","reason":"SIGKILL","delayMs":100,/g)).toHaveLength(2);
    expect(await poorHouseholdsOfHaNoi(program)).toEqual(rightAnswer);
    const replaced = await childrenOf(program.pid);
    program.kill("SIGTERM");
    expect(await program.ended()).toBe(0);
    for (const pid of replaced.values()) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  // On the private server the databases have the names that the program looks for, and are loaded already.
  test.runIf(inject("mysqlUrl") && inject("mysqlPrefix") === "")(
    "on MySQL: the same from its databases",
    async () => {
      const env = { MYSQL_URL: inject("mysqlUrl") ?? "", DATA_DIR: await emptyFolder(), PORT: "0" };
      await using program = startProgram(distributed, env);
      expect(await poorHouseholdsOfHaNoi(program)).toEqual(rightAnswer);
      program.kill("SIGINT");
      expect(await program.ended()).toBe(0);
    },
  );
});
