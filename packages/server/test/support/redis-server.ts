import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Debian's redis-tools has the server under the name of a tool. What it does depends on the name by which it is called. */
const names = ["redis-server", "redis-check-rdb"];

const program = (process.env["PATH"] ?? "")
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((file) => existsSync(file));

export const hasRedis = program !== undefined;

/** A real Redis on a socket of its own, which keeps nothing on the disk. */
export async function startRedis() {
  if (!program) throw new Error("Expected redis-server on the PATH.");
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-redis-"));
  const url = join(folder, "socket");
  const options = ["--port", "0", "--unixsocket", url, "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn(program, options, { argv0: "redis-server" });
  const ended = once(child, "exit");
  let output = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("ready to accept connections")) resolve();
    });
    void ended.then(() => reject(new Error(output)));
  });
  return {
    url,
    /** It answers nothing from now on, and keeps its connections. */
    pause: () => child.kill("SIGSTOP"),
    resume: () => child.kill("SIGCONT"),
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
