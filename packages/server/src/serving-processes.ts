import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import type { Logger } from "./logger.js";
import { RestartDelay } from "./restart-delay.js";

/** Asks a serving process to close. A signal will not do: the second one, after Ctrl-C in a terminal, ends it at once. */
export const closeMessage = "close";

/** Asks a serving process to read anew what can change while it runs. */
export const reloadMessage = "reload";

/** Thrown when a serving process exits before it serves. It has printed why. */
export class ProcessNotStartedError extends Error {
  override readonly name = "ProcessNotStartedError";
}

/** Processes of this program that serve on the same port. One that ends by itself is replaced. */
export class ServingProcesses {
  private url = "";
  private isClosing = false;
  private readonly restartDelay = new RestartDelay();

  constructor(
    private readonly logger: Logger,
    /** How long it may take to close them. */
    readonly closeLimitMs: number,
  ) {}

  /** Starts them and returns their address. The first one starts alone: what stops it would stop all of them. */
  async start(count: number): Promise<string> {
    this.url = await this.startOne();
    await Promise.all(Array.from({ length: count - 1 }, () => this.startOne()));
    return this.url;
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && close(worker)));
  }

  async reload(): Promise<void> {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.send(reloadMessage, () => undefined);
  }

  private async startOne(): Promise<string> {
    const worker = cluster.fork();
    const url = await addressOf(worker);
    this.replaceAfter(worker);
    return url;
  }

  private replaceAfter(worker: Worker): void {
    worker.once("exit", (code, signal) => {
      if (this.isClosing) return;
      const delayMs = this.restartDelay.nextMs(Date.now());
      const reason = signal ?? `exit code ${code}`;
      this.logger.error({ pid: worker.process.pid, reason, delayMs }, "A serving process ended by itself.");
      setTimeout(() => this.isClosing || this.startAgain(), delayMs);
    });
  }

  private startAgain(): void {
    const worker = cluster.fork();
    this.replaceAfter(worker);
    onAddress(worker, (url) => {
      // Port 0 gives another port when no process was left. Nobody knows that one.
      if (url !== this.url) throw new Error(`All processes that served ${this.url} have ended.`);
      this.logger.warn({ pid: worker.process.pid }, "Another serving process has taken its place.");
    });
  }
}

/** A process sends its address as a text when it serves. It may be asked for its metrics before. */
function onAddress(worker: Worker, listen: (url: string) => void): void {
  const read = (message: unknown) => {
    if (typeof message !== "string") return;
    worker.off("message", read);
    listen(message);
  };
  worker.on("message", read);
}

/** The address that a process sends when it serves. */
function addressOf(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    onAddress(worker, resolve);
    worker.once("exit", (_code, signal) =>
      // One that was killed, such as for lack of memory, could print nothing.
      reject(
        signal ? new Error(`${signal} ended a process before it served.`) : new ProcessNotStartedError(),
      ),
    );
  });
}

async function close(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const ended = once(worker, "exit");
  worker.send(closeMessage, () => undefined);
  await ended;
}
