import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS "household_unit" ("unit_id" varchar(40) NOT NULL, "code" varchar(40) NOT NULL, PRIMARY KEY ("unit_id", "code")) WITHOUT ROWID',
  'CREATE TABLE IF NOT EXISTS "figure_qualifier" ("qualifier" varchar(40) PRIMARY KEY NOT NULL, "comparison" varchar(40) NOT NULL, "tolerance_percent" decimal(6,2))',
  'CREATE TABLE IF NOT EXISTS "published_figure" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40), "programme" varchar(120) NOT NULL, "indicator" varchar(160) NOT NULL, "period" varchar(60) NOT NULL, "as_of" date, "value" decimal(20,3) NOT NULL, "unit" varchar(60) NOT NULL, "qualifier" varchar(200), "standard" varchar(120), "source" varchar(200) NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "school_milk_term" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40) NOT NULL, "is_for_policy_children" boolean NOT NULL, "budget_percent" integer NOT NULL, "parents_percent" integer NOT NULL, "suppliers_percent" integer NOT NULL, "youngest_age" integer NOT NULL, "oldest_age" integer NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "legal_basis" varchar(200) NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "temporary_person" ("id" varchar(40) PRIMARY KEY NOT NULL, "household_id" varchar(40), "full_name" varchar(120) NOT NULL, "identification_number" varchar(12), "birth_date" date, "sex" varchar(10), "ethnic_group" varchar(60), "relationship_to_head" varchar(40), "is_alive" boolean NOT NULL DEFAULT (1), "is_disabled" boolean NOT NULL DEFAULT (0), "is_orphan" boolean NOT NULL DEFAULT (0), CONSTRAINT "FK_16dad48a2655f1b407d5f35a60b" FOREIGN KEY ("household_id") REFERENCES "household" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE IF NOT EXISTS "temporary_poverty_standard" ("id" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "issued_by_id" varchar(40), "legal_basis" varchar(200) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "rural_income_line" bigint NOT NULL, "urban_income_line" bigint NOT NULL, "rural_average_line" bigint NOT NULL, "urban_average_line" bigint NOT NULL, "minimum_deprivations_for_poor" integer NOT NULL, "counted_deprivations" integer NOT NULL DEFAULT (4095))',
  'CREATE INDEX IF NOT EXISTS "IDX_50d687a06e0399a47f2f67174f" ON "published_figure" ("programme", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_7fd0c9880d1486c4ae4a53a990" ON "published_figure" ("unit_id", "id")',
  'DROP INDEX "IDX_5110ab62e244fc460f0a89e289"',
  'DROP INDEX "IDX_fcfc2b4a2a2354d05531fa0045"',
  'INSERT INTO "temporary_person"("id", "household_id", "full_name", "identification_number", "birth_date", "sex", "ethnic_group", "relationship_to_head", "is_alive") SELECT "id", "household_id", "full_name", "identification_number", "birth_date", "sex", "ethnic_group", "relationship_to_head", "is_alive" FROM "person"',
  'DROP TABLE "person"',
  'ALTER TABLE "temporary_person" RENAME TO "person"',
  'CREATE INDEX IF NOT EXISTS "IDX_5110ab62e244fc460f0a89e289" ON "person" ("household_id", "id")',
  'CREATE UNIQUE INDEX IF NOT EXISTS "IDX_fcfc2b4a2a2354d05531fa0045" ON "person" ("identification_number")',
  'INSERT INTO "temporary_poverty_standard"("id", "name", "issued_by_id", "legal_basis", "valid_from", "valid_to", "rural_income_line", "urban_income_line", "rural_average_line", "urban_average_line", "minimum_deprivations_for_poor") SELECT "id", "name", "issued_by_id", "legal_basis", "valid_from", "valid_to", "rural_income_line", "urban_income_line", "rural_average_line", "urban_average_line", "minimum_deprivations_for_poor" FROM "poverty_standard"',
  'DROP TABLE "poverty_standard"',
  'ALTER TABLE "temporary_poverty_standard" RENAME TO "poverty_standard"',
  'CREATE INDEX IF NOT EXISTS "IDX_16abdaf21caeb73c3534c61660" ON "household" ("ethnic_group", "code")',
];

export class Figures1795297134000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
