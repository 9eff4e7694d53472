import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const path = `${process.env["PATH"]}:/usr/sbin:/usr/local/sbin`;

/** Debian's package haproxy has it. */
export const hasHaproxy = (): boolean =>
  spawnSync("haproxy", ["-v"], { env: { PATH: path }, stdio: "ignore" }).status === 0;

/** A port that is free now: a server that is started anew needs the same one, and HAProxy cannot choose one. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await once(server.close(), "close");
  return port;
}

/** How often it asks whether a server is ready. Until then it sends requests to one that has gone. */
const checkMs = 250;

/** It sends nothing a second time: else it would hide that a server took no connection, or lost a request. */
const configuration = (port: number, servers: ReadonlyMap<string, number>) => `
defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
  timeout check 2s
  retries 0
frontend graph
  bind 127.0.0.1:${port}
  default_backend gateways
backend gateways
  balance roundrobin
  option httpchk
  http-check send meth GET uri /health ver HTTP/1.1 hdr Host 127.0.0.1
  http-response set-header x-server %s
  default-server check inter ${checkMs}ms fall 1 rise 1
${[...servers].map(([name, at]) => `  server ${name} 127.0.0.1:${at}`).join("\n")}
`;

/** HAProxy before servers of this machine. Each answer names its server in the header x-server. */
export async function startHaproxy(servers: ReadonlyMap<string, number>) {
  const folder = await mkdtemp(join(tmpdir(), "haproxy-"));
  const port = await freePort();
  const file = join(folder, "haproxy.cfg");
  await writeFile(file, configuration(port, servers));
  const child = spawn("haproxy", ["-db", "-f", file], { env: { PATH: path }, stdio: "ignore" });
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      const ended = once(child, "exit");
      if (child.exitCode === null) child.kill("SIGTERM");
      if (child.exitCode === null) await ended;
      await rm(folder, { recursive: true });
    },
  };
}
