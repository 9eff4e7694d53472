import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "../support/mysql-server.js";

/** A Redis server that runs. */
export interface Redis {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts Redis on a free port. It stores nothing on disk. */
export async function startRedis(program: string, folder: string): Promise<Redis> {
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
  const child = spawn(program, args, { detached: true, stdio: "ignore" });
  await once(child, "spawn");
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const ended = child.exitCode === null ? once(child, "exit") : undefined;
      child.kill("SIGKILL");
      await ended;
    },
  };
}
