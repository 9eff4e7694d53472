import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";

const runModule = new URL("../dist/run.js", import.meta.url).href;
const envModule = new URL("../dist/env.js", import.meta.url).href;

/** Runs a program whose `start` is the given code; it may print and must not listen. */
function program(start: string, env: NodeJS.ProcessEnv = {}) {
  const code = `
    const { run } = await import(${JSON.stringify(runModule)});
    const { SettingsError } = await import(${JSON.stringify(envModule)});
    await run(async () => { ${start} });
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    env: { PATH: process.env["PATH"], ...env },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, "close").then(([status]) => ({ code: status as number | null, output }));
  return { child, ended };
}

/** Keeps the program alive and says when it has started and when it closes. */
const runs = (close: string) => `
  setInterval(() => undefined, 1000);
  console.log("started");
  return { close: async () => { console.log("closing"); ${close} } };
`;

test.each(["SIGINT", "SIGTERM"] as const)("%s closes the program and exits 0", async (signal) => {
  const { child, ended } = program(runs(""));
  await once(child.stdout, "data");
  child.kill(signal);
  expect(await ended).toEqual({ code: 0, output: "started\nclosing\n" });
});

test("a second Ctrl-C exits at once with 130", async () => {
  const { child, ended } = program(runs("await new Promise(() => undefined);"));
  await once(child.stdout, "data");
  await vi.waitFor(
    () => {
      child.kill("SIGINT");
      expect(child.exitCode).toBe(130);
    },
    { timeout: 10_000 },
  );
  expect((await ended).code).toBe(130);
});

test("the Ctrl-C that npm passes on a second time is the same one", async () => {
  const { child, ended } = program(runs("await new Promise((resolve) => setTimeout(resolve, 50));"));
  await once(child.stdout, "data");
  child.kill("SIGINT");
  await once(child.stdout, "data");
  child.kill("SIGINT");
  expect(await ended).toEqual({ code: 0, output: "started\nclosing\n" });
});

test("SIGHUP reloads, and neither it nor SIGUSR2 nor a rejection that nobody handles ends the program", async () => {
  const { child, ended } = program(
    `${runs("").trimEnd().slice(0, -2)}, reload: async () => {
      console.log("reloading");
      void Promise.reject(new Error("forgotten"));
    } };`,
  );
  await once(child.stdout, "data");
  child.kill("SIGUSR2");
  child.kill("SIGHUP");
  await once(child.stderr, "data");
  child.kill("SIGTERM");
  const { code, output } = await ended;
  expect(code).toBe(0);
  expect(output.match(/started|reloading|forgotten|closing/g)).toEqual([
    "started",
    "reloading",
    "forgotten",
    "closing",
  ]);
});

// A terminal is gone when the program that has made it is: `script`, of util-linux.
test.runIf(process.platform === "linux")(
  "a program closes when its terminal does, and what it prints is lost",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "terminal-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [code, ended] = [join(folder, "program.mjs"), join(folder, "ended")];
    writeFileSync(
      code,
      `import { writeFileSync } from "node:fs";
    import { run } from ${JSON.stringify(runModule)};
    process.on("exit", (code) => writeFileSync(${JSON.stringify(ended)}, "exit code " + code));
    setTimeout(() => process.exit(9), 30_000);
    await run(async () => { ${runs('console.error("to nobody")')} });`,
    );
    const command = `'${process.execPath}' '${code}'`;
    const terminal = spawn("script", ["--quiet", "--command", command, "/dev/null"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(terminal.stdout, "data");
    terminal.kill("SIGKILL");
    await vi.waitFor(() => expect(existsSync(ended)).toBe(true), 40_000);
    expect(readFileSync(ended, "utf8")).toBe("exit code 0");
  },
);

test("a program whose output nobody reads any more goes on", async () => {
  const { child, ended } = program(
    runs('process.stdout.write("to nobody"); process.stderr.write("to nobody");'),
  );
  await once(child.stdout, "data");
  child.stdout.destroy();
  child.stderr.destroy();
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});

test("a rejection that nobody handles before the program runs ends it", async () => {
  const { code, output } = await program(
    'void Promise.reject(new Error("forgotten")); await new Promise(() => setInterval(() => undefined, 1000));',
  ).ended;
  expect({ code, output }).toEqual({ code: 1, output: "Failed: forgotten\n" });
});

test("unusable settings are their message alone", async () => {
  const { code, output } = await program('throw new SettingsError(["PORT: expected a port"]);').ended;
  expect(code).toBe(1);
  expect(output).toBe("The settings are not usable:\n  PORT: expected a port\nSee .env.example.\n");
});

test("any other failure is one message with its cause; the stack is for debugging", async () => {
  const failure = 'throw new Error("No database", { cause: new Error("disk is full") });';
  expect(await program(failure).ended).toEqual({ code: 1, output: "Failed: No database (disk is full)\n" });
  expect((await program(failure, { LOG_LEVEL: "debug" }).ended).output).toContain("    at ");
});
