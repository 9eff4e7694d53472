import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { presentError } from "@an-sinh/server/present-error";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { readFailure } from "@an-sinh/subgraph-kit/database/sqlite-failures";
import { SqliteThreads } from "@an-sinh/subgraph-kit/database/sqlite-threads";
import libsql from "libsql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

let folder: string;
let file: string;
let toClose: (() => Promise<unknown>)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-failing-"));
  file = join(folder, "failing.sqlite");
  const connection = new libsql(file);
  connection.exec(`CREATE TABLE house (id INTEGER PRIMARY KEY, note TEXT);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
    INSERT INTO house SELECT i, hex(randomblob(50)) FROM n`);
  connection.close();
  toClose = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(toClose.map((close) => close()));
  await rm(folder, { recursive: true });
});

const { signal } = new AbortController();
const notes = "SELECT SUM(LENGTH(note)) AS length FROM house";

function openThreads(pragmas: readonly string[] = []): SqliteThreads {
  const threads = new SqliteThreads({ file, timeoutMs: 20, pragmas, maximumRows: 2 });
  toClose.push(() => threads.close());
  return threads;
}

async function open(): Promise<Database> {
  const location = { kind: "sqlite", file } as const;
  const database = await openDatabase({ entities: [], migrations: { sqlite: [], mysql: [] }, location });
  toClose.push(() => database.close());
  return database;
}

/** What a client and the log are told of a read that fails. */
async function toldOf(read: Promise<unknown>) {
  const logged: string[] = [];
  const logger = {
    error: (details: object, message: string) => void logged.push(JSON.stringify(details), message),
  };
  const error: unknown = await read.then(
    () => new Error("It was answered."),
    (reason: unknown) => reason,
  );
  const { message, extensions } = presentError(error, { logger });
  return { code: extensions?.["code"], message, logged: logged.join(" ") };
}

/** Writes nonsense over all pages but those that tell what tables there are. */
function damage(): void {
  const opened = openSync(file, "r+");
  writeSync(opened, Buffer.alloc(100 * 4096, 0x55), 0, 100 * 4096, 2 * 4096);
  closeSync(opened);
}

function lock(): libsql.Database {
  const connection = new libsql(file);
  connection.exec("BEGIN EXCLUSIVE");
  toClose.push(async () => connection.close());
  return connection;
}

/** SQLite cannot open what it needs beside the file. */
function block(): void {
  const connection = new libsql(file);
  connection.exec("PRAGMA journal_mode = WAL; CREATE TABLE other (id INT); PRAGMA wal_checkpoint(TRUNCATE)");
  connection.close();
  // libsql 0.5.29 closes it some time later. Until then, threads of this process read that file by what it has opened.
  file = join(folder, "copy.sqlite");
  copyFileSync(join(folder, "failing.sqlite"), file);
  mkdirSync(join(`${file}-wal`, "full"), { recursive: true });
}

test.each([
  {
    what: "is damaged",
    breakIt: damage,
    code: "DATABASE_UNAVAILABLE",
    toDo: "restore the file from a backup",
  },
  {
    what: "is none of SQLite",
    breakIt: () => truncateSync(file, 500),
    code: "DATABASE_UNAVAILABLE",
    toDo: "restore",
  },
  { what: "is locked by another program", breakIt: lock, code: "DATABASE_TIMEOUT", toDo: "End that program" },
  { what: "cannot be opened", breakIt: block, code: "DATABASE_UNAVAILABLE", toDo: "See its disk" },
])(
  "where the file $what, clients are told a code, and the log what to do",
  async ({ breakIt, code, toDo }) => {
    breakIt();
    const told = await toldOf(openThreads().read(notes, [], signal));
    expect(told.code).toBe(code);
    expect(told.message).not.toContain(folder);
    expect(told.logged).toContain(`${file} `);
    expect(told.logged).toContain(toDo);
  },
);

test("where the disk fails, clients are told a code, and the log what to do", async () => {
  const failure = Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR_SHORT_READ" });
  const told = await toldOf(Promise.reject(readFailure(file, failure) as Error));
  expect(told.code).toBe("DATABASE_UNAVAILABLE");
  expect(told.logged).toContain("See its disk");
});

test("a thread that could not be set up is set up for the next statement", async () => {
  const locking = lock();
  const threads = openThreads(["journal_mode = WAL"]);
  for (const _ of [1, 2])
    expect((await toldOf(threads.read(notes, [], signal))).code).toBe("DATABASE_TIMEOUT");
  locking.exec("ROLLBACK");
  expect((await threads.read(notes, [], signal)).rows).toEqual([[500_000]]);
});

test("a file whose folder is not there any more is gone, whatever took its place", async () => {
  const inner = join(folder, "inner");
  mkdirSync(inner);
  renameSync(file, join(inner, "failing.sqlite"));
  file = join(inner, "failing.sqlite");
  const database = await open();
  renameSync(inner, join(folder, "away"));
  writeFileSync(inner, "");
  expect(database.state().isReachable).toBe(false);
  expect((await toldOf(database.read(notes, []))).code).toBe("DATABASE_UNAVAILABLE");
});

test("where a file is damaged that is open, what is read without a thread has a code, too", async () => {
  damage();
  const database = await open();
  const told = await toldOf(database.read(notes, []));
  expect(told.code).toBe("DATABASE_UNAVAILABLE");
  expect(told.message).not.toContain(folder);
});

test("a file that is gone is not made anew, and is read again when it is back", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const database = await open();
  renameSync(file, join(folder, "away.sqlite"));
  expect((await toldOf(database.readAside(notes, [], signal))).code).toBe("DATABASE_UNAVAILABLE");
  expect([existsSync(file), database.state().isReachable]).toEqual([false, false]);
  await expect(database.write((manager) => manager.query("DELETE FROM house"))).rejects.toThrow(
    `${file} was removed or replaced while it was open, or is out of reach. Put the file back`,
  );
  expect((await toldOf(database.read(notes, []))).code).toBe("DATABASE_UNAVAILABLE");
  renameSync(join(folder, "away.sqlite"), file);
  vi.advanceTimersByTime(1_000);
  expect((await database.read(notes, [])).rows).toEqual([[500_000]]);
  expect(database.state().isReachable).toBe(true);
});

test("where there is no space left, a write stores nothing and says what to do", async () => {
  const database = await open();
  const fill = database.write(async (manager) => {
    await manager.query("PRAGMA max_page_count = 200");
    await manager.query("INSERT INTO house SELECT id + 10000, hex(randomblob(5000)) FROM house");
  });
  await expect(fill).rejects.toThrow(`${file} has no space left. Make room on its disk`);
  expect((await database.read(notes, [])).rows).toEqual([[500_000]]);
});
