import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pathOf = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** The gateway as `npm run build` has made it, in a process of its own, over subgraphs that may not be there. */
export async function startGatewayProcess(
  supergraphSdl: string,
  {
    env = {},
    execArgv = [],
  }: {
    readonly env?: NodeJS.ProcessEnv;
    readonly execArgv?: readonly string[];
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "gateway-"));
  const supergraph = join(folder, "supergraph.graphql");
  writeFileSync(supergraph, supergraphSdl);
  const child = spawn(process.execPath, [...execArgv, pathOf("dist/main.js")], {
    env: { PATH: process.env["PATH"], SUPERGRAPH_FILE: supergraph, PORT: "0", ...env },
  });
  let output = "";
  const ended = once(child, "exit");
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/\S+\/graphql/.exec(output)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then(() => reject(new Error(output)));
  });
  return {
    url: await url,
    folder,
    file: supergraph,
    pid: child.pid ?? 0,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    output: () => output,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
