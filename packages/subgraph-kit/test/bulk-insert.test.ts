import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ZooEntity } from "../../../test/support/zoo.js";

class Initial1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE zoo (id varchar PRIMARY KEY, is_open boolean NOT NULL, city varchar)");
  }
  async down(): Promise<void> {}
}

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-bulk-"));
  database = await openDatabase({
    entities: [ZooEntity],
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
