import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataVersionEntity } from "@an-sinh/subgraph-kit/database/data-version.entity";
import type { Database, Dialect } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import type { DatabaseLocation } from "@an-sinh/subgraph-kit/database/database-url";
import { createMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import { schemaDrift } from "@an-sinh/subgraph-kit/database/schema-drift";
import { vietnameseSortKey } from "@an-sinh/subgraph-kit/vietnamese-order";
import { databaseName } from "@an-sinh/deployment/databases";
import { departments, type Department } from "@an-sinh/deployment/departments";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { dialects } from "./support/department-graph.js";
import "./support/prepared-databases.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-migrations-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function emptyLocation(dialect: Dialect, name: string): Promise<DatabaseLocation> {
  if (dialect === "sqlite") return { kind: "sqlite", file: join(folder, `${name}.sqlite`) };
  return {
    kind: "mysql",
    url: await createMysqlDatabase(inject("mysqlUrl") ?? "", `${inject("mysqlPrefix")}migrations_${name}`),
  };
}

async function withDatabase<Result>(
  { name, model }: Department,
  dialect: Dialect,
  purpose: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const location = await emptyLocation(dialect, `${databaseName(name)}_${purpose}`);
  const database = await openDatabase({ ...model, location });
  return work(database).finally(() => database.close());
}

/** The department as it was with its first migration: without the table in which each write is noted. */
function firstVersionOf(department: Department): Department {
  const { entities, migrations } = department.model;
  const first = { sqlite: migrations.sqlite.slice(0, 1), mysql: migrations.mysql.slice(0, 1) };
  const known = entities.filter((entity) => entity !== DataVersionEntity);
  return { ...department, model: { entities: known, migrations: first } };
}

describe.each(dialects)("on %s", (dialect) => {
  test.each(departments)(
    "the migrations of $name give the tables that the entities describe",
    async (subgraph) => {
      const drift = await withDatabase(subgraph, dialect, "drift", async (database) => {
        await database.migrate();
        return schemaDrift(database.reader, dialect);
      });
      expect(drift).toEqual([]);
    },
  );

  test.each(departments)(
    "the tables of $name are drafted whole, with their foreign keys",
    async (department) => {
      const { entities } = department.model;
      const model = { entities, migrations: { sqlite: [], mysql: [] } };
      const drafted = await withDatabase({ ...department, model }, dialect, "draft", (database) =>
        schemaDrift(database.reader, dialect),
      );
      expect(drafted.filter((sql) => sql.startsWith("CREATE TABLE"))).toHaveLength(entities.length);
      expect(drafted.filter((sql) => /temporary_|^ALTER TABLE|^DROP/.test(sql))).toEqual([]);
    },
  );

  test("people on record survive the migrations that came after the first", async () => {
    const households = departments.find(({ name }) => name === "households");
    if (!households) throw new Error("Expected the households department.");
    await withDatabase(firstVersionOf(households), dialect, "kept", async (database) => {
      await database.migrate();
      await database.write((manager) =>
        manager.query("INSERT INTO person (id, full_name, birth_date) VALUES ('p', 'Lê', '1980-05-17')"),
      );
    });
    const rows: unknown[] = await withDatabase(households, dialect, "kept", async (database) => {
      await database.migrate();
      return database.reader.query("SELECT full_name, birth_date, partial_birth_date FROM person");
    });
    expect(rows).toEqual([{ full_name: "Lê", birth_date: "1980-05-17", partial_birth_date: null }]);
  });

  test("a database with migrations of another version is refused before anything is changed", async () => {
    const [department] = departments;
    if (!department) throw new Error("Expected a department.");
    await withDatabase(department, dialect, "unknown", async (database) => {
      await database.migrate();
      await database.write((manager) => manager.query("UPDATE migrations SET name = 'Newer1900000000000'"));
      await expect(database.migrate()).rejects.toThrow(
        /unknown\S* has tables of another version of An Sinh \(Newer1900000000000/,
      );
    });
  });

  test.runIf(dialect === "mysql").each(departments)(
    "a migration of $name that was cut short is repaired by the next start",
    async (subgraph) => {
      await withDatabase(subgraph, dialect, "cut", async (database) => {
        await database.migrate();
        await database.write((manager) => manager.query("DELETE FROM migrations"));
        await database.migrate();
        const [row] = await database.reader.query("SELECT COUNT(*) AS total FROM migrations");
        expect(Number(row.total)).toBe(subgraph.model.migrations[dialect].length);
      });
    },
  );

  test("projects that were on record before the order by name get their place in it", async () => {
    const department = departments.find(({ name }) => name === "housing-projects");
    if (!department) throw new Error("Expected the department.");
    await withDatabase(firstVersionOf(department), dialect, "order", async (database) => {
      await database.migrate();
      await database.write((manager) => manager.query(oldProject));
    });
    await withDatabase(department, dialect, "order", async (database) => {
      await database.migrate();
      const rows = await database.reader.query("SELECT name_order AS nameOrder FROM social_housing_project");
      expect(rows).toEqual([{ nameOrder: vietnameseSortKey("An Đức") }]);
    });
  });

  test("units that were on record before the search by name are found by it", async () => {
    const department = departments.find(({ name }) => name === "households");
    if (!department) throw new Error("Expected the department.");
    const ids = Array.from({ length: 450 }, (_, index) => `u${index}`);
    await withDatabase(firstVersionOf(department), dialect, "search", async (database) => {
      await database.migrate();
      await database.write((manager) =>
        manager.query(
          `INSERT INTO administrative_unit (id, code, name, level, province_id)
           VALUES ${ids.map((id) => `('${id}', '24', 'Đơn vị ${id}', 'PROVINCE', '${id}')`).join(", ")}`,
        ),
      );
    });
    await withDatabase(department, dialect, "search", async (database) => {
      await database.migrate();
      const rows: unknown[] = await database.reader.query(
        "SELECT id, searched_name AS searchedName FROM administrative_unit",
      );
      expect(rows).toHaveLength(ids.length);
      expect(rows).toEqual(expect.arrayContaining(ids.map((id) => ({ id, searchedName: ` don vi ${id} ` }))));
    });
  });

  test.runIf(dialect === "mysql").each(departments)(
    "texts of $name are compared by their bytes, also in a database of the first version, with its collation",
    async (department) => {
      await withDatabase(department, dialect, "collation", async (database) => {
        await database.reader.query("ALTER DATABASE COLLATE utf8mb4_vietnamese_ci");
        const [Initial] = department.model.migrations.mysql;
        const runner = database.reader.createQueryRunner();
        if (Initial) await new Initial().up(runner);
        await runner.release();
        expect(await collations(database)).toContain("utf8mb4_vietnamese_ci");
        await database.migrate();
        expect(await collations(database)).toEqual(["utf8mb4_bin"]);
        expect(await schemaDrift(database.reader, dialect)).toEqual([]);
      });
    },
  );
});

const oldProject = `INSERT INTO social_housing_project (id, name, locality_id, commune_id, developer, audience,
  land_area_hectares, planned_apartments, planned_capacity_people, status, approval_order)
  VALUES ('p1', 'An Đức', 'here', 'commune', 'Công ty Mẫu', 'WORKERS', 1, 100, 300, 'PLANNED', '9999-12-31')`;

/** The collations of the database and of its columns. */
async function collations(database: Database): Promise<string[]> {
  const rows: { name: string }[] = await database.reader.query(
    `SELECT collation_name AS name FROM information_schema.columns
     WHERE table_schema = DATABASE() AND collation_name IS NOT NULL
     UNION SELECT default_collation_name FROM information_schema.schemata WHERE schema_name = DATABASE()`,
  );
  return rows.map(({ name }) => name);
}
