import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

/** A built program of the repository, started as a user starts it. */
export interface Program {
  readonly pid: number;
  /** All that it has printed so far, on both outputs. */
  output(): string;
  /** Resolves with the match once the output matches; rejects when the program ends first. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  /** Signals the process and all that it started, as a terminal does on Ctrl-C. Only for `startCommand`. */
  killGroup(signal: NodeJS.Signals): void;
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
  const path = fileURLToPath(new URL(file, root));
  return watch(spawn(process.execPath, [path, ...args], { env: environment(env), stdio }));
}

const root = new URL("../../", import.meta.url);

const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
const environment = (env: Record<string, string>) => ({
  PATH: process.env["PATH"],
  HOME: process.env["HOME"],
  ...env,
});

/** Starts a command at the top of the repository, in a process group of its own, as a terminal does. */
export function startCommand(command: string, args: readonly string[], env: Record<string, string>): Program {
  const options = { cwd: fileURLToPath(root), env: environment(env), stdio, detached: true };
  return watch(spawn(command, args, options));
}

/** A command in a terminal of its own, which `script` of util-linux makes. */
export interface ProgramInTerminal extends Program {
  /** As a user types it: "\u0003" is Ctrl-C. */
  type(text: string): void;
}

export function startInTerminal(command: string, env: Record<string, string> = {}): ProgramInTerminal {
  const args = ["--quiet", "--return", "--command", command, "/dev/null"];
  const options = { cwd: fileURLToPath(root), env: environment(env) };
  const child = spawn("script", args, { ...options, stdio: ["pipe", "pipe", "pipe"] });
  return { ...watch(child), type: (text) => void child.stdin.write(text) };
}

function watch(child: ChildProcessByStdio<Writable | null, Readable, Readable>): Program {
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
    killGroup: (signal) => process.kill(-(child.pid ?? 0), signal),
    ended: () => exited,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null) child.kill("SIGKILL");
      await exited;
    },
  };
}
