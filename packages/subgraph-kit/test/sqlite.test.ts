import { existsSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { toObjects } from "@an-sinh/subgraph-kit/rows/row-reader";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { MigrationInterface, QueryRunner } from "typeorm";

class Initial1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "territory" ("unit_id" TEXT, "locality_id" TEXT, PRIMARY KEY ("unit_id", "locality_id"))',
    );
  }
  async down(): Promise<void> {}
}

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-sqlite-"));
  database = await openDatabase({
    entities: [TerritoryEntity],
    migrations: { sqlite: [Initial1700000000000], mysql: [] },
    location: { kind: "sqlite", file: join(folder, "test.sqlite") },
  });
  await database.migrate();
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const row = (unitId: string, localityId: string) =>
  Object.assign(new TerritoryEntity(), { unitId, localityId });
const count = () => database.reader.getRepository(TerritoryEntity).count();

test("a write that fails leaves nothing, and a write beside it is kept", async () => {
  const failing = database.write(async (manager) => {
    await manager.insert(TerritoryEntity, row("a", "1"));
    throw new Error("no");
  });
  const beside = database.write((manager) => manager.insert(TerritoryEntity, row("b", "1")));
  await expect(failing).rejects.toThrow("no");
  await beside;
  expect(await database.reader.getRepository(TerritoryEntity).find()).toEqual([row("b", "1")]);
});

test("a reader sees nothing of a transaction before it ends", async () => {
  await database.write(async (manager) => {
    await manager.insert(TerritoryEntity, row("a", "1"));
    expect(await count()).toBe(0);
  });
  expect(await count()).toBe(1);
});

test("the reader cannot write", async () => {
  await expect(database.reader.getRepository(TerritoryEntity).insert(row("a", "1"))).rejects.toThrow(
    /readonly|read-only/,
  );
});

test("a bulk insert takes any number of rows", async () => {
  function* rows() {
    for (let index = 0; index < 1_234; index += 1) yield row("a", String(index));
  }
  const inserted = await database.write((manager) => bulkInsert(manager, TerritoryEntity, rows()));
  expect([inserted, await count()]).toEqual([1_234, 1_234]);
});

test("a closed database answers no more, through a known statement either", async () => {
  const read = () => database.read("SELECT 1 AS one", []);
  expect(await read()).toEqual({ columns: ["one"], rows: [[1]] });
  await database.close();
  await expect(read()).rejects.toThrow("Expected an open database, but it is closed.");
});

test.each([
  { what: "two columns of one name", sql: "SELECT 1 AS one, 'b' AS one" },
  { what: "a name with a comma", sql: `SELECT 3 AS "one,one"` },
  { what: "no rows", sql: "SELECT 1 AS one WHERE 1 = 0" },
  { what: "null and texts", sql: `SELECT NULL AS a, '"Hộ\\ nghèo"  ' AS b, '' AS c, '1.5' AS d` },
  { what: "truth", sql: "SELECT TRUE AS a, 1 = 2 AS b" },
  { what: "an order", sql: "SELECT column1 AS n FROM (VALUES (2), (3), (1)) ORDER BY n DESC" },
  {
    what: "the first of an order",
    sql: "SELECT column1 AS n FROM (VALUES (2), (3), (1)) ORDER BY n LIMIT 2",
  },
  { what: "a query with a name", sql: "WITH one AS (SELECT 1 AS n) SELECT n FROM one" },
  { what: "more than a hundred columns", sql: `SELECT ${Array.from({ length: 128 }, (_, n) => n).join()}` },
  { what: "decimals", sql: "SELECT 0.1 + 0.2 AS a, 2 / 3.0 AS b, 6.6 AS c, 2.0 AS d" },
  { what: "decimals that fifteen digits make whole", sql: "SELECT 100 * 0.07 AS a, 123456789012345.6 AS b" },
  { what: "texts with decimals", sql: "SELECT '1,2.5' AS a, '[-0.5' AS b" },
  { what: "great numbers", sql: "SELECT 9007199254740991 AS a, 1234567890123456.0 AS b, 1e300 AS c" },
])("reading gives the values that the database has: $what", async ({ sql }) => {
  const rows: object[] = await database.reader.query(sql);
  const read = await database.read(sql, []);
  expect(toObjects(read)).toStrictEqual(rows.map((values) => ({ ...values })));
});

test("a statement that gave whole numbers gives decimals exactly, and whole numbers again", async () => {
  const half = async (number: string) => (await database.read("SELECT ? / 2.0 AS half", [number])).rows[0];
  expect([await half("2"), await half("0.1"), await half("4")]).toEqual([[1], [0.05], [2]]);
  const third = await database.read("SELECT ? / 3.0 AS third", ["2"]);
  expect(third.rows).toEqual([[2 / 3]]);
});

test("a path that cannot be opened is named, without advice to move it away", async () => {
  const open = openDatabase({
    entities: [TerritoryEntity],
    migrations: { sqlite: [], mysql: [] },
    location: { kind: "sqlite", file: folder },
  });
  await expect(open).rejects.toThrow(`${folder} cannot be opened`);
});

test("a folder that cannot be made is an error that names the file", async () => {
  const file = join(import.meta.filename, "new.sqlite");
  const open = openDatabase({
    entities: [TerritoryEntity],
    migrations: { sqlite: [], mysql: [] },
    location: { kind: "sqlite", file },
  });
  await expect(open).rejects.toThrow(`${file} cannot be opened`);
});

test("a server that cannot be reached is named, without its password", async () => {
  const open = openDatabase({
    entities: [TerritoryEntity],
    migrations: { sqlite: [], mysql: [] },
    location: { kind: "mysql", url: "mysql://root:secret@127.0.0.1:1/an_sinh" },
  });
  await expect(open).rejects.toThrow(
    /^mysql:\/\/127\.0\.0\.1:1\/an_sinh cannot be used: (?!.*secret).*ECONNREFUSED/,
  );
});

const openAt = (file: string) =>
  openDatabase({
    entities: [TerritoryEntity],
    migrations: { sqlite: [Initial1700000000000], mysql: [] },
    location: { kind: "sqlite", file },
  });
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test("the files of a database, and the folders made for them, are for this user only", async () => {
  const file = join(folder, "made", "here", "data.sqlite");
  const own = await openAt(file);
  await own.migrate();
  const modes = [file, `${file}-wal`, `${file}-shm`, join(folder, "made", "here"), join(folder, "made")].map(
    modeOf,
  );
  await own.close();
  expect(modes).toEqual(["600", "600", "600", "700", "700"]);
});

test.each([true, false])("a link in the place of a database is not followed", async (hasTarget) => {
  const target = join(folder, "target");
  const link = join(folder, "link.sqlite");
  if (hasTarget) writeFileSync(target, "");
  symlinkSync(target, link);
  await expect(openAt(link)).rejects.toThrow(/is a link/);
  expect(existsSync(target)).toBe(hasTarget);
});
