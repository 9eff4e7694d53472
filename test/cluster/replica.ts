import { fileURLToPath } from "node:url";
import { Child } from "../bench/contest/child.js";
import { freePort } from "../support/mysql-server.js";

/** A program of the graph that is started again on the same port after it has ended. */
export class Replica {
  #process: Child;

  private constructor(
    readonly name: string,
    readonly port: number,
    readonly begin: () => Child,
  ) {
    this.#process = begin();
  }

  /** Starts a built program of a folder, with these environment variables, and waits until it serves. */
  static async start(
    name: string,
    folder: string,
    settings: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Replica> {
    const port = await freePort();
    const file = fileURLToPath(new URL(`../../${folder}/dist/main.js`, import.meta.url));
    const env = {
      NODE_ENV: "production",
      LOG_LEVEL: "silent",
      // Longer than HAProxy takes to notice: see haproxy.ts.
      DRAIN_DELAY_MS: "1500",
      HOST: "127.0.0.1",
      PORT: String(port),
      ...settings,
    };
    const replica = new Replica(name, port, () => new Child(name, file, { env, execArgv: [], signal }));
    await replica.#process.address();
    return replica;
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** At once. */
  kill(): void {
    this.#process.stop();
  }

  async startAgain(): Promise<void> {
    this.#process = this.begin();
    await this.#process.address();
  }

  /** Lets it answer its last requests, and starts it again: what is done for a new version. */
  async roll(): Promise<void> {
    await this.#process.close();
    await this.startAgain();
  }
}
