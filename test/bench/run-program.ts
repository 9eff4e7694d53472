import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** What a program needed from its start to its end. */
export interface ProgramRun {
  readonly seconds: number;
  /** User and system time of all its threads. */
  readonly cpuSeconds: number;
}

interface ProgramOptions {
  readonly args: readonly string[];
  /** Environment variables. */
  readonly settings: Readonly<Record<string, string>>;
  /** Ends the program as Ctrl-C does. What it has begun it then undoes itself. */
  readonly signal: AbortSignal;
  /** Whether what it says of its progress is shown. Default: only when it fails. */
  readonly isShown?: boolean;
}

const measureExit = fileURLToPath(new URL("contest/measure-exit.mjs", import.meta.url));

/** Runs a built program, named from the top of the repository. Throws with its output when its exit code is not 0. */
export async function runProgram(
  file: string,
  { args, settings, signal, isShown = false }: ProgramOptions,
): Promise<ProgramRun> {
  signal.throwIfAborted();
  const started = performance.now();
  const output = isShown ? process.stderr : "pipe";
  const child = fork(fileURLToPath(new URL(`../../${file}`, import.meta.url)), args, {
    // A process group of its own: Ctrl-C reaches only this process, which then ends the other.
    detached: true,
    env: { PATH: process.env["PATH"], NODE_ENV: "production", ...settings },
    execArgv: ["--import", measureExit],
    stdio: ["ignore", output, output, "ipc"],
  });
  const stop = () => child.kill("SIGTERM");
  signal.addEventListener("abort", stop);
  let printed = "";
  let cpuMs = Number.NaN;
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => (printed += String(chunk)));
  child.on("message", (message) => ({ cpuMs } = message as { cpuMs: number }));
  try {
    const [code] = await once(child, "close");
    signal.throwIfAborted();
    if (code !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${code}:\n${printed}`);
    return { seconds: (performance.now() - started) / 1000, cpuSeconds: cpuMs / 1000 };
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
