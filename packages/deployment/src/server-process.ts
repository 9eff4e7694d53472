import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Logger } from "@an-sinh/server/logger";
import { RestartDelay } from "@an-sinh/server/restart-delay";
import { environmentWith } from "./env.js";

interface ServerProgram {
  readonly name: string;
  readonly file: string;
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly logger: Logger;
}

/**
 * A server program in a process of its own. When the process ends by itself, another one takes its place on the same
 * port. It has a process group of its own, so that Ctrl-C reaches only this process, which then stops it. It ends when
 * this process ends.
 */
export class ServerProcess {
  readonly #program: ServerProgram;
  readonly #restartDelay = new RestartDelay();
  #child: ChildProcess;
  #url = "";
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;

  /** Resolves when the process has printed its address. Rejects where it ends before: it has printed why. */
  static async start(program: ServerProgram): Promise<ServerProcess> {
    const child = forkProgram(program);
    const url = await Promise.race([addressOf(child), failureOf(child, program.name)]);
    return new ServerProcess(program, child, url);
  }

  private constructor(program: ServerProgram, child: ChildProcess, url: string) {
    // Others know this port.
    const PORT = new URL(url).port || "80";
    this.#program = { ...program, settings: { ...program.settings, PORT } };
    this.#child = child;
    this.#url = url;
    this.#replaceAfter(child);
  }

  /** The GraphQL address that the process printed. */
  get url(): string {
    return this.#url;
  }

  /** Has the process read anew what can change while it runs. */
  reload(): void {
    this.#child.kill("SIGHUP");
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    if (hasEnded(this.#child)) return;
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGTERM");
    await ended;
  }

  #replaceAfter(child: ChildProcess): void {
    const { name, logger } = this.#program;
    const replace = (code: number | null, signal: NodeJS.Signals | null) => {
      if (this.#isStopping) return;
      const delayMs = this.#restartDelay.nextMs(Date.now());
      const reason = signal ?? `exit code ${code}`;
      logger.error({ service: name, reason, delayMs }, "A process ended by itself; it is started again.");
      this.#timer = setTimeout(() => this.#startAgain(), delayMs);
    };
    if (hasEnded(child)) replace(child.exitCode, child.signalCode);
    else child.once("exit", replace);
  }

  #startAgain(): void {
    const { name, logger } = this.#program;
    this.#child = forkProgram(this.#program);
    this.#replaceAfter(this.#child);
    void addressOf(this.#child).then(() => logger.warn({ service: name }, "The process serves again."));
  }
}

/** Stops the last one first: the gateway answers its last requests before its subgraphs stop, all at the same time. */
export async function stopProcesses(processes: readonly ServerProcess[]): Promise<void> {
  const [last, ...others] = processes.toReversed();
  await last?.stop();
  await Promise.all(others.map((process) => process.stop()));
}

const forkProgram = ({ file, settings }: ServerProgram): ChildProcess =>
  fork(file, {
    detached: true,
    env: environmentWith(settings),
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function failureOf(child: ChildProcess, name: string): Promise<never> {
  const [code, signal] = await once(child, "exit");
  const end = signal ? `${String(signal)}` : `exit code ${String(code)}`;
  throw new Error(`The ${name} process did not start (${end}); its message is above.`);
}

/** What it prints after its address is read, too: a full pipe would stop it. */
async function addressOf(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error("Expected a process whose output can be read.");
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on("line", (line) => {
      const address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address) resolve(address);
    });
  });
}
