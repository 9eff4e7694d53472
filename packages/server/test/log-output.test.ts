import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { jsonType } from "./support/echo-server.js";

/** Runs a program, whose log is not read yet. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return child;
}

const failing = fileURLToPath(new URL("support/failing.main.ts", import.meta.url));

/** Their lines are far more than what is kept, and what a pipe holds. */
const requests = 60;

interface Line {
  readonly dropped?: number;
}

test("who does not read the log stops no server, and learns later how many lines are missing", async () => {
  const { stdout, stderr } = start(failing);
  const [url] = (await once(createInterface(stdout), "line")) as [string];
  const request = { method: "POST", headers: jsonType, body: '{"query":"{ me }"}' };
  for (let asked = 0; asked < requests; asked += 1)
    expect((await fetch(`${url}/graphql`, request)).status).toBe(500);
  let [written, missing] = [0, 0];
  for await (const line of createInterface(stderr)) {
    const { dropped } = JSON.parse(line) as Line;
    if (dropped === undefined) written += 1;
    else missing += dropped;
    if (missing > 0) break;
  }
  expect(written + missing).toBe(requests);
  expect(written).toBeGreaterThan(0);
});

test("a program that ends writes the lines that it has kept", async () => {
  const logger = new URL("../src/logger.ts", import.meta.url).href;
  const code = `
    const { createLogger } = await import(${JSON.stringify(logger)});
    const logger = createLogger("info");
    for (let line = 0; line < 600; line += 1) logger.info("x".repeat(1000));
    process.stdout.write("logged");
    process.exit();
  `;
  const { stdout, stderr } = start("--input-type=module", "--eval", code);
  await once(stdout, "data");
  expect((await text(stderr)).match(/\n/g)).toHaveLength(600);
});
