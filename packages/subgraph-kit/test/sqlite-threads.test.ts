import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { SqliteThreads } from "@an-sinh/subgraph-kit/database/sqlite-threads";
import libsql from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
let file: string;
let threads: SqliteThreads;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-threads-"));
  file = join(folder, "test.sqlite");
  const connection = new libsql(file);
  connection.exec("CREATE TABLE house (id TEXT, rooms INT); INSERT INTO house VALUES ('a', 1), ('b', 2)");
  connection.close();
  threads = new SqliteThreads({ file, timeoutMs: 60_000, pragmas: ["query_only = ON"], maximumRows: 2 });
});
afterEach(async () => {
  await threads.close();
  await rm(folder, { recursive: true });
});

const { signal } = new AbortController();
const read = (sql: string, values: readonly unknown[] = [], until = signal) =>
  threads.read(sql, values, until);
const rooms = { columns: ["rooms"], rows: [[2]] };
const bigHouses = "SELECT rooms FROM house WHERE rooms > ?";

/** Locks the file: a statement that begins now waits in SQLite until the lock is released. */
function lock(): { release(): void } {
  const connection = new libsql(file);
  connection.exec("BEGIN EXCLUSIVE");
  return { release: () => connection.exec("ROLLBACK") };
}

test("while a statement takes long, this thread goes on", async () => {
  const { release } = lock();
  const slow = read(bigHouses, [1]);
  const timer = new Promise((resolve) => setTimeout(resolve, 1, "answered"));
  expect(await Promise.race([slow, timer])).toBe("answered");
  release();
  expect(await slow).toEqual(rooms);
});

test("statements wait for one of two threads, in turn, and not without end", async () => {
  const { release } = lock();
  const statements = Array.from({ length: 200 }, () => read(bigHouses, [1]));
  await expect(read(bigHouses, [1])).rejects.toMatchObject({ extensions: { code: "DATABASE_UNAVAILABLE" } });
  expect(threads.use).toEqual({ inUse: 2, idle: 0, waiting: 198 });
  release();
  expect(await Promise.all(statements)).toEqual(statements.map(() => rooms));
  expect(threads.use).toEqual({ inUse: 0, idle: 2, waiting: 0 });
});

test("a statement that is no longer wanted does not begin", async () => {
  const { release } = lock();
  const running = [read(bigHouses, [1]), read(bigHouses, [1])];
  const controller = new AbortController();
  const unwanted = read("SELECT no_such_column FROM house", [], controller.signal);
  controller.abort(new Error("the client left"));
  release();
  await expect(unwanted).rejects.toThrow("the client left");
  await Promise.all(running);
});

test("a statement that fails, or gives too many rows, is an error of its own", async () => {
  await expect(read("SELECT no_such_column FROM house")).rejects.toThrow("no such column: no_such_column");
  await expect(read("SELECT rooms FROM house UNION ALL SELECT 3")).rejects.toThrow("Expected at most 2 rows");
  await expect(read("DELETE FROM house RETURNING id")).rejects.toThrow(/readonly/);
  expect(await read(bigHouses, [1])).toEqual(rooms);
});

test("a statement that is read again sees what was written in the meantime", async () => {
  expect(await read(bigHouses, [1])).toEqual(rooms);
  const connection = new libsql(file);
  connection.exec("UPDATE house SET rooms = 3 WHERE id = 'a'");
  connection.close();
  expect((await read(bigHouses, [1])).rows).toEqual([[3], [2]]);
});

test("a thread that ends fails its statement, and the next statement has another thread", async () => {
  await rm(file);
  threads = new SqliteThreads({
    file: join(folder, "no", "such"),
    timeoutMs: 0,
    pragmas: [],
    maximumRows: 1,
  });
  const cannotOpen = { extensions: { code: "DATABASE_UNAVAILABLE" } };
  await expect(read("SELECT 1")).rejects.toMatchObject(cannotOpen);
  await expect(read("SELECT 1")).rejects.toMatchObject(cannotOpen);
});

test("closing lets the statements end that run, and no other begins", async () => {
  const { release } = lock();
  const running = read(bigHouses, [1]);
  await setImmediate();
  const closed = threads.close();
  release();
  await closed;
  expect(await running).toEqual(rooms);
  await expect(read(bigHouses, [1])).rejects.toThrow("closed");
});

test("a statement that is no longer wanted is ended, and its thread takes the next one", async () => {
  const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";
  const manyRows =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0";
  const controller = new AbortController();
  const unwanted = [endless, manyRows, endless].map((sql) => read(sql, [], controller.signal));
  setTimeout(() => controller.abort(new Error("the client left")), 1);
  const outcomes = await Promise.allSettled(unwanted);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(await read(bigHouses, [1])).toEqual(rooms);
});
