import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

interface ProgramOptions {
  readonly args?: readonly string[];
  /** Environment variables. */
  readonly settings: Readonly<Record<string, string>>;
  /** Where it listens once it serves. */
  readonly url: URL;
  /** Ends it. */
  readonly signal: AbortSignal;
}

const startMs = 60_000;
const lookEveryMs = 100;

/** Runs a program that is no script of Node, and waits until it answers. Throws with what it printed if it does not. */
export async function startProgram(
  file: string,
  { args = [], settings, url, signal }: ProgramOptions,
): Promise<void> {
  const child = spawn(file, args, {
    // A process group of its own: Ctrl-C reaches only this process, which then ends the other.
    detached: true,
    env: { PATH: process.env["PATH"], ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    signal,
    killSignal: "SIGKILL",
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (printed = `${printed}${String(chunk)}`.slice(-2_000)));
  // The signal is an error too.
  child.on("error", (error) => (printed += error.message));
  const ended = once(child, "close").catch(() => undefined);
  const deadline = performance.now() + startMs;
  while (performance.now() < deadline && child.exitCode === null && child.signalCode === null) {
    signal.throwIfAborted();
    if (await answers(url)) return;
    await Promise.race([sleep(lookEveryMs), ended]);
  }
  child.kill("SIGKILL");
  throw new Error(`${file} does not serve: ${printed.trim() || "it printed nothing"}`);
}

const answers = (url: URL): Promise<boolean> =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ __typename }" }),
  }).then(
    (response) => response.ok,
    () => false,
  );
