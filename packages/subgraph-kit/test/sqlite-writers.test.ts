import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { afterEach, beforeEach, expect, test } from "vitest";

class First1700000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, ["CREATE TABLE number (n int PRIMARY KEY)"]);
  }

  async down(): Promise<void> {}
}

class Second1700000000001 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, ["INSERT INTO number VALUES (1)", "INSERT INTO number VALUES (2)"]);
  }

  async down(): Promise<void> {}
}

let folder: string;
let opened: Database[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-writers-"));
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await rm(folder, { recursive: true });
});

/** As another process opens it: with connections of its own. */
async function open(...sqlite: readonly (new () => MigrationInterface)[]): Promise<Database> {
  const location = { kind: "sqlite", file: join(folder, "numbers.sqlite") } as const;
  const database = await openDatabase({ entities: [], migrations: { sqlite, mysql: [] }, location });
  opened.push(database);
  return database;
}

/** Adds one to the greatest number, for which a transaction has to read before it writes. */
const addOne = (database: Database) =>
  database.write(async (manager) => {
    const [row] = await manager.query("SELECT MAX(n) AS greatest FROM number");
    await new Promise(setImmediate);
    await manager.query("INSERT INTO number VALUES (?)", [Number(row.greatest) + 1]);
  });

const numbersIn = async (database: Database) => (await database.read("SELECT n FROM number", [])).rows.flat();

test("writers of several processes wait for each other, and each sees what the one before has written", async () => {
  const databases = [await open(First1700000000000), await open(), await open()];
  await databases[0]?.migrate();
  await Promise.all([...databases, ...databases].map(addOne));
  expect(await numbersIn(databases[1] as Database)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("of several that find a migration missing at the same time, one runs it", async () => {
  const old = await open(First1700000000000);
  await old.migrate();
  const starts = await Promise.all(
    Array.from({ length: 4 }, () => open(First1700000000000, Second1700000000001)),
  );
  await Promise.all(starts.map((database) => database.migrate()));
  expect(await numbersIn(old)).toEqual([1, 2]);
});

test("a writer that waits for another one stops when its signal fires", async () => {
  const [first, second] = [await open(First1700000000000), await open()];
  await first.migrate();
  const stopped = new AbortController();
  await first.write(async () => {
    const waiting = second.write(async () => "written", stopped.signal);
    setTimeout(() => stopped.abort(new Error("Stopped.")));
    await expect(waiting).rejects.toThrow("Stopped.");
  });
  expect(await second.write(async () => "written")).toBe("written");
});

test("a write that is stopped while it works stores nothing", async () => {
  const database = await open(First1700000000000);
  await database.migrate();
  const write = new AbortController();
  const stopped = new Error("stopped");
  const work = database.write(async (manager) => {
    await manager.query("INSERT INTO number VALUES (1)");
    write.abort(stopped);
  }, write.signal);
  await expect(work).rejects.toBe(stopped);
  expect(await numbersIn(database)).toEqual([]);
});
