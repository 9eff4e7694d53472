import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A built program of the repository, started as a user starts it. */
export interface Program {
  readonly pid: number;
  /** All that it has printed so far, on both outputs. */
  output(): string;
  /** Resolves with the match once the output matches; rejects when the program ends first. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals | null>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts `node FILE`; the file is named from the top of the repository. */
export function startProgram(
  file: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Program {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners = new Set<() => void>();
  const exited = once(child, "exit").then(
    ([code, signal]) => (code as number | null) ?? (signal as NodeJS.Signals | null),
  );
  const changed = (chunk?: unknown) => {
    output += chunk === undefined ? "" : String(chunk);
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", changed);
  child.stderr.on("data", changed);
  child.once("close", () => changed());
  return {
    pid: child.pid ?? 0,
    output: () => output,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match) resolve(match);
          else if (child.exitCode !== null)
            reject(new Error(`Ended before it printed ${pattern}:\n${output}`));
          else return;
          listeners.delete(look);
        };
        listeners.add(look);
        look();
      }),
    kill: (signal) => child.kill(signal),
    ended: () => exited,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null) child.kill("SIGKILL");
      await exited;
    },
  };
}
