import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { createConnection } from "mysql2/promise";
import { freePort } from "../support/mysql-server.js";

/** Nobody runs a database server as root: the copying of a node's data then fails. Debian makes this user for it. */
const serverUser = userInfo().uid === 0 ? "mysql" : userInfo().username;

/** Where a node of the cluster listens, all on this machine. */
interface NodePorts {
  readonly sql: number;
  readonly group: number;
  readonly incremental: number;
  readonly snapshot: number;
}

/** The members of a group, which has another id whenever one comes or goes. */
interface Group {
  readonly id: string;
  readonly size: number;
}

interface StatusRow {
  readonly Variable_name: string;
  readonly Value: string;
}

function groupOf(rows: readonly StatusRow[]): Group | null {
  const status = new Map(rows.map(({ Variable_name, Value }) => [Variable_name, Value]));
  if (status.get("wsrep_ready") !== "ON" || status.get("wsrep_local_state") !== "4") return null;
  return {
    id: status.get("wsrep_cluster_conf_id") ?? "",
    size: Number(status.get("wsrep_cluster_size")),
  };
}

/** One database server of a Galera cluster, with its data in a folder of its own. */
export class GaleraNode {
  #process: ChildProcess | undefined;
  #checkPort = 0;

  private constructor(
    readonly name: string,
    readonly folder: string,
    readonly ports: NodePorts,
    readonly program: string,
  ) {}

  /** `folder` has the data in `data`, or nothing there. */
  static async create(name: string, folder: string, program: string): Promise<GaleraNode> {
    if (userInfo().uid === 0) await promisify(execFile)("chown", ["-R", serverUser, folder]);
    const [sql, group, incremental, snapshot] = await Promise.all([
      freePort(),
      freePort(),
      freePort(),
      freePort(),
    ]);
    const node = new GaleraNode(name, folder, { sql, group, incremental, snapshot }, program);
    await node.#answerChecks();
    return node;
  }

  /** Where load balancers ask whether the node takes statements. */
  get checkPort(): number {
    return this.#checkPort;
  }

  get groupAddress(): string {
    return `127.0.0.1:${this.ports.group}`;
  }

  get url(): string {
    return `mysql://root@127.0.0.1:${this.ports.sql}`;
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  /** Starts it, and waits until it takes statements. `others` are the addresses of the group; none: it founds one. */
  async start(others: readonly string[]): Promise<void> {
    const log = createWriteStream(join(this.folder, "log"), { flags: "a" });
    await once(log, "open");
    const founds = others.length === 0 ? ["--wsrep-new-cluster"] : [];
    const child = spawn(this.program, [...this.#options(others), ...founds], {
      // A process group of its own: Ctrl-C reaches only this process, which then ends the others.
      detached: true,
      stdio: ["ignore", log, log],
    });
    this.#process = child;
    for (let attempt = 0; attempt < 1_200; attempt += 1) {
      if (await this.isReady()) return;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${this.name} ended at its start:\n${await this.#lastLines()}`);
      await sleep(100);
    }
    throw new Error(`${this.name} was not ready within 2 minutes:\n${await this.#lastLines()}`);
  }

  async #lastLines(): Promise<string> {
    return (await readFile(join(this.folder, "log"), "utf8")).slice(-3_000);
  }

  /** Whether it is a synchronized member of a group, as far as it knows, and takes statements. */
  async isReady(): Promise<boolean> {
    return (await this.group()) !== null;
  }

  /** The group of which it is a synchronized member. Null: it takes no statements. */
  async group(): Promise<Group | null> {
    try {
      const connection = await createConnection({ uri: this.url, connectTimeout: 500 });
      try {
        const [rows] = await connection.query({ sql: "SHOW STATUS LIKE 'wsrep%'", timeout: 500 });
        return groupOf(rows as StatusRow[]);
      } finally {
        connection.destroy();
      }
    } catch {
      return null;
    }
  }

  /** At once, as when the machine loses its power. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  freeze(): void {
    process.kill(this.pid, "SIGSTOP");
  }

  thaw(): void {
    process.kill(this.pid, "SIGCONT");
  }

  #options(others: readonly string[]): string[] {
    const { sql, incremental, snapshot } = this.ports;
    return [
      "--no-defaults",
      `--datadir=${join(this.folder, "data")}`,
      `--socket=${join(this.folder, "socket")}`,
      `--port=${sql}`,
      "--bind-address=127.0.0.1",
      `--user=${serverUser}`,
      "--innodb-buffer-pool-size=512M",
      "--innodb-flush-log-at-trx-commit=0",
      "--innodb-autoinc-lock-mode=2",
      "--binlog-format=ROW",
      "--wsrep-on=ON",
      "--wsrep-provider=/usr/lib/galera/libgalera_smm.so",
      `--wsrep-cluster-name=an_sinh`,
      `--wsrep-cluster-address=gcomm://${others.join(",")}`,
      `--wsrep-node-name=${this.name}`,
      `--wsrep-node-address=${this.groupAddress}`,
      "--wsrep-sst-method=rsync",
      // While a node hands its data on, it stores nothing. The first one, which takes what is written, does so last.
      "--wsrep-sst-donor=node-3,node-2,",
      `--wsrep-sst-receive-address=127.0.0.1:${snapshot}`,
      // A member that is silent leaves the group after seconds, so that the others go on.
      `--wsrep-provider-options=${[
        `gmcast.listen_addr=tcp://${this.groupAddress}`,
        `ist.recv_addr=127.0.0.1:${incremental}`,
        "gcache.size=512M",
        "evs.keepalive_period=PT0.5S",
        "evs.suspect_timeout=PT2S",
        "evs.inactive_timeout=PT5S",
      ].join(";")}`,
    ];
  }

  /** What MariaDB's users run as "clustercheck": 200 while the node takes statements, else 503. */
  async #answerChecks(): Promise<void> {
    const server = createServer((_request, response) => {
      void this.isReady().then((isReady) => response.writeHead(isReady ? 200 : 503).end());
    });
    server.listen(0, "127.0.0.1").unref();
    await once(server, "listening");
    this.#checkPort = (server.address() as AddressInfo).port;
  }
}
