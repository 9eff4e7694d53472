import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";

interface ChildOptions {
  readonly args?: readonly string[];
  /** Default: this process's own. */
  readonly env?: NodeJS.ProcessEnv;
  /** Options of Node itself. Default: this process's own, with which the sources run. */
  readonly execArgv?: string[];
  /** Ends the process when it fires. */
  readonly signal: AbortSignal;
}

/** A process of the benchmark. It answers one message at a time. */
export class Child {
  readonly #name: string;
  readonly #process: ChildProcess;
  #output = "";

  constructor(name: string, file: string, { args = [], ...options }: ChildOptions) {
    this.#name = name;
    this.#process = fork(file, args, {
      // A process group of its own: Ctrl-C reaches only this process, which then ends the others.
      detached: true,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      ...options,
    });
    // The signal is an error too. Whoever waits for the process learns that it ended.
    this.#process.on("error", () => undefined);
    this.#process.stdout?.on("data", (chunk) => (this.#output += String(chunk)));
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** The first address that the process prints. */
  async address(): Promise<URL> {
    for (;;) {
      const [address] = /http:\/\/\S+/.exec(this.#output) ?? [];
      if (address) return new URL(address.replace("localhost", "127.0.0.1"));
      await this.#orEnd((signal) => once(this.#process.stdout ?? this.#process, "data", { signal }));
    }
  }

  async ask<Answer>(message: object | string): Promise<Answer> {
    const [value] = await this.#orEnd((signal) => {
      const answer = once(this.#process, "message", { signal });
      this.#process.send(message);
      return answer;
    });
    return value as Answer;
  }

  /** Asks it to end, and waits until it has. */
  async close(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGTERM");
    await ended;
  }

  stop(): void {
    this.#process.kill("SIGKILL");
  }

  /** Waits for an event, or throws when the process ends first. */
  async #orEnd(wait: (signal: AbortSignal) => Promise<unknown[]>): Promise<unknown[]> {
    const settled = new AbortController();
    const ended = once(this.#process, "exit", { signal: settled.signal }).then(([code, signal]) => {
      throw new Error(`The process "${this.#name}" ended (${signal ?? `exit code ${code}`}).`);
    });
    try {
      return await Promise.race([wait(settled.signal), ended]);
    } finally {
      settled.abort();
    }
  }
}
