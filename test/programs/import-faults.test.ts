import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMysqlDatabase, dropMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import { createConnection } from "mysql2/promise";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, inject, test } from "vitest";
import { FaultProxy } from "../support/fault-proxy.js";
import { hasMysql } from "../support/mysql-server.js";
import "../support/prepared-databases.js";
import { startProgram, type Program } from "../support/program.js";

const header = "unit_id,locality_id\n";
const lines = Array.from({ length: 100_000 }, (_, index) => `01@0,l${index}\n`).join("");

describe.runIf(hasMysql())("an import into a server", () => {
  let folder: string;
  let proxy: FaultProxy;
  let server: URL;
  const name = `${inject("mysqlPrefix")}import_${process.pid}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "an-sinh-import-faults-"));
    server = new URL(inject("mysqlUrl") ?? "");
    await createMysqlDatabase(server.href, name);
    for (const file of ["one", "two", "three"])
      await writeFile(join(folder, `${file}.csv`), `${header}01@0,${file}\n`);
    proxy = await FaultProxy.start({ host: server.hostname, port: Number(server.port) });
    // It makes the tables.
    await using first = importOf("one.csv");
    await first.ended();
    await proxy.close();
  });
  afterAll(async () => {
    await dropMysqlDatabase(server.href, name);
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    proxy = await FaultProxy.start({ host: server.hostname, port: Number(server.port) });
  });
  afterEach(() => proxy.close());

  const importOf = (file: string) =>
    startProgram(
      "packages/deployment/dist/import.main.js",
      { HOUSEHOLDS_DATABASE_URL: `mysql://root@127.0.0.1:${proxy.port}/${name}`, INIT_CWD: folder },
      ["households", "territory", file],
    );

  /** What the server has stored, without what it may still take back. */
  async function localities(): Promise<readonly string[]> {
    const connection = await createConnection({ uri: `${server.href.replace(/\/$/, "")}/${name}` });
    const [rows] = await connection.query("SELECT locality_id AS id FROM territory");
    await connection.end();
    return (rows as { id: string }[]).map(({ id }) => id);
  }

  /** Resolves when it has stored many lines and waits for more. */
  async function startHalfway(): Promise<Program> {
    spawnSync("mkfifo", [join(folder, "pipe.csv")]);
    const program = importOf("pipe.csv");
    const output = createWriteStream(join(folder, "pipe.csv"));
    output.on("error", () => {});
    if (!output.write(header + lines)) await once(output, "drain");
    return program;
  }

  test("that the server holds up is stopped by SIGTERM, and has changed nothing", async () => {
    await using program = await startHalfway();
    await proxy.inject({ kind: "frozen" });
    program.kill("SIGTERM");
    expect(await program.ended()).toBe(130);
    expect(program.output()).toMatch(/Nothing was stored. Stopped/);
    expect(await localities()).not.toContain("l1");
  });

  test("that loses its connection within the commit says that nobody knows, and how to find out", async () => {
    await proxy.inject({ kind: "reset after", text: "COMMIT" });
    await using program = importOf("two.csv");
    expect(await program.ended()).toBe(1);
    expect(program.output()).toMatch(
      /Import the file again to find out.*It is not known whether it was stored/s,
    );
    expect(program.output()).not.toMatch(/Nothing was stored/);
    await using second = importOf("two.csv");
    expect(await second.ended()).toBe(0);
    expect(await localities()).toContain("two");
  });

  test("that loses its connection before is an error that says so, and has changed nothing", async () => {
    await proxy.inject({ kind: "reset after", text: "INSERT INTO `territory`" });
    await using program = importOf("three.csv");
    expect(await program.ended()).toBe(1);
    expect(program.output()).toMatch(/Nothing was stored. The connection to the database was lost/);
    expect(await localities()).not.toContain("three");
  });

  test("waits for a server that is not up yet, and says for which setting", async () => {
    await proxy.inject({ kind: "refuse" });
    await using program = importOf("one.csv");
    await program.until(/HOUSEHOLDS_DATABASE_URL: mysql:\S+ cannot be used yet .* Ctrl-C ends this/);
    await proxy.heal();
    expect(await program.ended()).toBe(0);
    expect(program.output()).toMatch(/0 inserted, 0 updated, 1 unchanged/);
  });
});

test.each([
  ["npm start", "embedded.main.js", 0],
  ["npm run start:distributed", "distributed.main.js", 0],
  ["npm run totals", "totals.main.js", 130],
])(
  "%s, while it waits for a server, is stopped by SIGTERM and has not told the password",
  async (_, file, code) => {
    const settings = { MYSQL_URL: "mysql://root:secret@127.0.0.1:1", PORT: "0" };
    await using program = startProgram(`packages/deployment/dist/${file}`, settings, ["--check"]);
    await program.until(/MYSQL_URL: mysql:.* cannot be used yet/);
    program.kill("SIGTERM");
    expect(await program.ended()).toBe(code);
    expect(program.output()).not.toMatch(/secret/);
  },
);
