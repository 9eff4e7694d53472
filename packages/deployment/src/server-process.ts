import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { environmentWith } from "./env.js";

export interface ServerProcess {
  readonly name: string;
  /** The GraphQL address that the process printed. */
  readonly url: string;
  readonly child: ChildProcess;
}

/**
 * Starts a server program and waits until it prints its address. It has a process group of its own, so that Ctrl-C
 * reaches only this process, which then stops it. It ends when this process ends. When it ends by itself, this process
 * fails.
 */
export async function startProcess(
  name: string,
  file: string,
  settings: Record<string, string | undefined>,
): Promise<ServerProcess> {
  const child = fork(file, {
    detached: true,
    env: environmentWith(settings),
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const url = await addressOf(child, name);
  child.once("exit", (code, signal) => {
    if (!child.killed)
      throw new Error(`The ${name} process ended by itself (${signal ?? `exit code ${code}`}).`);
  });
  return { name, url, child };
}

async function addressOf(child: ChildProcess, name: string): Promise<string> {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The ${name} process did not start (exit code ${code}); its message is above.`);
  });
  return Promise.race([firstAddress(child), ended]);
}

async function firstAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("Expected a process whose output can be read.");
  return new Promise((resolve) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
      const address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address) resolve(address);
    });
  });
}

/** Stops the processes one after the other, the last started first: the gateway answers its last requests before its subgraphs stop. */
export async function stopProcesses(processes: readonly ServerProcess[]): Promise<void> {
  for (const { child } of processes.toReversed()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }
}
