import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../support/mysql-server.js";

/** A server behind a load balancer. */
interface Server {
  readonly name: string;
  readonly port: number;
  /** Where it is asked whether it serves, if that is another port. */
  readonly checkPort?: number;
  /** Whether it serves only while those before it do not. Default: false. */
  readonly isBackup?: boolean;
}

/** Servers that do the same. */
export interface Pool {
  readonly name: string;
  readonly mode: "http" | "tcp";
  /** The path by which a server is asked whether it serves. */
  readonly checkPath: string;
  readonly servers: readonly Server[];
  /** How often a server that was down has to say that it serves before it is asked again. Default: once. */
  readonly rise?: number;
}

/** A load balancer that runs. */
export interface LoadBalancer {
  /** The port of a pool. */
  portOf(pool: string): number;
  /** Whether all servers of all pools are asked. */
  hasAll(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Starts HAProxy, by a configuration file that is written here, with a pool of servers on a free port each. */
export async function startHaproxy(
  program: string,
  file: string,
  pools: readonly Pool[],
): Promise<LoadBalancer> {
  const ports = new Map<string, number>();
  for (const { name } of pools) ports.set(name, await freePort());
  const portOf = (pool: string) => ports.get(pool) ?? 0;
  const parts = pools.map((pool) => configurationOf(pool, portOf(pool.name)));
  const socket = `${file}.socket`;
  await writeFile(file, [commonOf(socket), ...parts].join("\n"));
  const child = spawn(program, ["-db", "-q", "-f", file], {
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
  });
  // It checks its servers first.
  await sleep(500);
  if (child.exitCode !== null) throw new Error(`${program} ended at its start.`);
  return {
    portOf,
    hasAll: () => hasAll(socket),
    stop: async () => {
      const ended = child.exitCode === null ? once(child, "exit") : undefined;
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Asks HAProxy for its table of states: one line for each server, whose state is `UP` where it is neither coming nor going. */
async function hasAll(socket: string): Promise<boolean> {
  const connection = connect(socket);
  connection.end("show stat -1 4 -1\n");
  const [head = "", ...lines] = (await text(connection)).trim().split("\n");
  const state = head.split(",").indexOf("status");
  return lines.length > 0 && lines.every((line) => line.split(",")[state] === "UP");
}

const commonOf = (socket: string) => `
global
  maxconn 4000
  stats socket ${socket}

defaults
  timeout connect 1s
  timeout client 60s
  timeout server 60s
  timeout check 700ms
  retries 2
  option redispatch
`;

/**
 * Connections of TCP to a server that is down are closed: their clients find another one at once. When the first server is
 * back, those to the others are closed too, so that all are to one server.
 */
const configurationOf = ({ name, mode, checkPath, servers, rise = 1 }: Pool, port: number): string => `
listen ${name}
  bind 127.0.0.1:${port}
  mode ${mode}
  option httpchk
  http-check send meth GET uri ${checkPath} ver HTTP/1.1 hdr Host 127.0.0.1
  default-server inter 300ms fall 2 rise ${rise} ${mode === "tcp" ? "on-marked-down shutdown-sessions" : ""}
${servers.map((server) => serverLine(server, mode)).join("\n")}
`;

function serverLine({ name, port, checkPort = port, isBackup }: Server, mode: Pool["mode"]): string {
  const place = isBackup ? "backup" : mode === "tcp" ? "on-marked-up shutdown-backup-sessions" : "";
  return `  server ${name} 127.0.0.1:${port} check port ${checkPort} ${place}`;
}
