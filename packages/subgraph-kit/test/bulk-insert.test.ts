import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { QueryFailedError, type MigrationInterface, type QueryRunner } from "typeorm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SamplerEntity } from "../../../test/support/sampler.js";
import { ZooEntity } from "../../../test/support/zoo.js";

class Initial1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE zoo (id varchar PRIMARY KEY, is_open boolean NOT NULL, city varchar)");
    await runner.query(
      "CREATE TABLE sampler (id int PRIMARY KEY, is_kept boolean NOT NULL DEFAULT 1, name varchar NOT NULL DEFAULT 'none', amount bigint, share decimal, day date, moment datetime, list text)",
    );
  }
  async down(): Promise<void> {}
}

let folder: string;
let database: Database;
const statements: (readonly unknown[])[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-bulk-"));
  database = await openDatabase({
    entities: [ZooEntity, SamplerEntity],
    onStatement: (...statement) => statements.push(statement),
    migrations: { sqlite: [Initial1700000000000], mysql: [] },
    location: { kind: "sqlite", file: join(folder, "zoos.sqlite") },
  });
  await database.migrate();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const zoos = () => database.reader.getRepository(ZooEntity).find({ order: { id: "ASC" } });

test("booleans and nulls are stored as they are", async () => {
  const rows: ZooEntity[] = [
    { id: "a", isOpen: false, city: null },
    { id: "b", isOpen: true, city: "Hà Nội" },
  ];
  await database.write((manager) => bulkInsert(manager, ZooEntity, rows));
  expect(await zoos()).toEqual(rows);
});

test("an upsert changes the row with the same key and adds the others", async () => {
  const rows: ZooEntity[] = [
    { id: "a", isOpen: true, city: "Hạ Long" },
    { id: "c", isOpen: false, city: null },
  ];
  await database.write((manager) => bulkUpsert(manager, ZooEntity, rows));
  expect(await zoos()).toEqual([
    { id: "a", isOpen: true, city: "Hạ Long" },
    { id: "b", isOpen: true, city: "Hà Nội" },
    { id: "c", isOpen: false, city: null },
  ]);
});

test("a row is stored as TypeORM stores it, with the defaults of what it does not have", async () => {
  const moment = new Date("2025-07-01T08:30:00Z");
  const full = { name: "tên", amount: 9_007_199_254_740_991, share: 0.56, day: "2025-07-01", moment };
  const rows: SamplerEntity[] = [{ id: 1, isKept: false, ...full, list: ["a", "b"] }, { id: 2 }];
  const stored = () => database.reader.query("SELECT *, typeof(share) FROM sampler ORDER BY id");
  await database.write((manager) => manager.insert(SamplerEntity, rows));
  const expected = await stored();
  await database.write((manager) => manager.clear(SamplerEntity));
  await database.write((manager) => bulkInsert(manager, SamplerEntity, rows));
  expect(await stored()).toEqual(expected);
  await database.write((manager) =>
    bulkUpsert(manager, SamplerEntity, [{ ...rows[0], id: 1, isKept: null, name: null }]),
  );
  expect(await database.reader.getRepository(SamplerEntity).findOneBy({ id: 1 })).toMatchObject({
    isKept: true,
    name: "none",
  });
});

test("statements are told to the listener with their parameters, and their errors name no value", async () => {
  statements.length = 0;
  const insert = () =>
    database.write((manager) => bulkInsert(manager, ZooEntity, [{ id: "z", isOpen: true, city: "Huế" }]));
  await insert();
  expect(statements.at(-2)).toEqual([expect.stringContaining('INSERT INTO "zoo"'), ["z", 1, "Huế"]]);
  const error: unknown = await insert().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(QueryFailedError);
  expect(error).toHaveProperty("message", "SqliteError: UNIQUE constraint failed: zoo.id");
});
