import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { bulkUpdate } from "@an-sinh/subgraph-kit/database/bulk-update";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { expect, test } from "vitest";
import { ZooEntity } from "../../../test/support/zoo.js";

class Initial1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE zoo (id varchar PRIMARY KEY, is_open boolean NOT NULL, city varchar)");
  }
  async down(): Promise<void> {}
}

const zoo = (index: number): ZooEntity => ({ id: `z${index}`, isOpen: true, city: null });

test("an update sets the given properties of many rows, and leaves the others and other rows alone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-update-"));
  const location = { kind: "sqlite", file: join(folder, "zoos.sqlite") } as const;
  const migrations = { sqlite: [Initial1700000000000], mysql: [] };
  const database = await openDatabase({ entities: [ZooEntity], migrations, location });
  try {
    await database.migrate();
    const rows = Array.from({ length: 250 }, (_, index) => zoo(index));
    const changed = rows.slice(1).map((row) => ({ ...row, isOpen: false, city: "Huế" }));
    const read = await database.write(async (manager) => {
      await bulkInsert(manager, ZooEntity, rows);
      await bulkUpdate(manager, ZooEntity, changed, new Set(["city"] as const));
      const table = tableOf(manager, ZooEntity);
      return {
        whole: await table.readBy("id", ["z0", "z249", null]),
        some: await table.only("city", "isOpen").readBy("city", ["Huế"]),
      };
    });
    expect(read.whole).toEqual([zoo(0), { id: "z249", isOpen: true, city: "Huế" }]);
    expect(read.some).toEqual(changed.map(() => ({ city: "Huế", isOpen: true })));
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
});
