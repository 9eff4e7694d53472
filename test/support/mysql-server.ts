import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createConnection } from "mysql2/promise";

/** A MySQL or MariaDB server for the tests. */
export interface MysqlServer {
  readonly url: string;
  /** What the names of the tests' databases begin with. Empty on a private server, which has no other databases. */
  readonly prefix: string;
  /** The process of a private server. Null: another one's server. */
  readonly pid: number | null;
  /** Ends a private server and removes its data, unless that is kept, or drops the tests' databases from a shared one. */
  stop(): Promise<void>;
}

/** Debian keeps servers in /usr/sbin, which is not on every user's PATH. */
const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];

export function findProgram(...names: readonly string[]): string | undefined {
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

const findServer = () => findProgram("mariadbd", "mysqld");

/** Whether a private server can be started. */
export const canStartMysql = (): boolean => findServer() !== undefined;

/** Whether MYSQL_URL names a server or a server program is installed. SKIP_MYSQL=1 makes it false. */
export function hasMysql(): boolean {
  if (process.env["SKIP_MYSQL"] === "1") return false;
  return Boolean(process.env["MYSQL_URL"]) || canStartMysql();
}

/** The server in MYSQL_URL, or else a private one with its data in a temporary folder. */
export async function startMysql(): Promise<MysqlServer> {
  const given = process.env["MYSQL_URL"];
  return given ? sharedServer(given) : startPrivateMysql();
}

/** A private server on a free port. Its data stays in the folder if one is named. `options` count more than those here. */
export async function startPrivateMysql(
  keptIn?: string,
  options: readonly string[] = [],
): Promise<MysqlServer> {
  const program = findServer();
  if (!program) throw new Error("Expected mariadbd or mysqld on the PATH, or a server in MYSQL_URL.");
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-mysql-"));
  const data = resolve(keptIn ?? join(folder, "data"));
  if (!existsSync(data)) await initialize(program, data);
  const port = await freePort();
  const log = join(folder, "log");
  const child = spawn(
    program,
    [
      "--no-defaults",
      `--datadir=${data}`,
      `--port=${port}`,
      "--bind-address=127.0.0.1",
      `--socket=${join(folder, "socket")}`,
      // MariaDB 10.11 deletes what another server has in the same folder.
      `--tmpdir=${folder}`,
      `--log-error=${log}`,
      `--user=${userInfo().username}`,
      // The data lives as long as the run: nothing has to survive a crash of the machine.
      "--innodb-flush-log-at-trx-commit=0",
      "--innodb-doublewrite=0",
      "--innodb-log-file-size=512M",
      "--skip-log-bin",
      "--innodb-buffer-pool-size=1G",
      // Several graphs are open at the same time.
      "--max-connections=1000",
      ...options,
    ],
    // Ctrl-C then reaches only this process, which ends a server whose data is kept.
    { stdio: "ignore", detached: keptIn !== undefined },
  );
  const url = `mysql://root@127.0.0.1:${port}`;
  const stop = async () => {
    const ended = child.exitCode === null ? once(child, "exit") : undefined;
    child.kill(keptIn === undefined ? "SIGKILL" : "SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(url, () => child.exitCode === null);
  } catch (error) {
    const reason = await readFile(log, "utf8").catch(() => "");
    await stop();
    throw new Error(`${program} did not start:\n${reason.slice(-2_000)}`, { cause: error });
  }
  return { url, prefix: "", pid: child.pid ?? null, stop };
}

/** A server that others use too: the tests' databases have a prefix and are dropped in the end. */
function sharedServer(url: string): MysqlServer {
  const prefix = `test_${process.pid}_`;
  const stop = async () => {
    const connection = await createConnection({ uri: url });
    const [rows] = await connection.query("SHOW DATABASES");
    const names = (rows as { Database: string }[]).map(({ Database }) => Database);
    for (const name of names.filter((found) => found.startsWith(prefix))) {
      await connection.query(`DROP DATABASE ${connection.escapeId(name)}`);
    }
    await connection.end();
  };
  return { url, prefix, pid: null, stop };
}

/** In a folder beside it first: if it is stopped half-way, the next start begins anew. */
async function initialize(program: string, data: string): Promise<void> {
  const draft = `${data}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(dirname(data), { recursive: true });
  const installer = findProgram("mariadb-install-db");
  const user = `--user=${userInfo().username}`;
  const [command, args] =
    program.endsWith("mariadbd") && installer
      ? [installer, ["--no-defaults", `--datadir=${draft}`, "--auth-root-authentication-method=normal", user]]
      : [program, ["--no-defaults", "--initialize-insecure", `--datadir=${draft}`, user]];
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} failed:\n${stderr}`);
  await rename(draft, data);
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function untilReady(uri: string, isRunning: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 300 && isRunning(); attempt += 1) {
    try {
      const connection = await createConnection({ uri });
      return await connection.end();
    } catch {
      await sleep(100);
    }
  }
  throw new Error("Expected a connection within 30 seconds.");
}
