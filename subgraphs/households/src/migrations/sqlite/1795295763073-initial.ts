import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS "territory" ("unit_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, PRIMARY KEY ("unit_id", "locality_id"))',
  'CREATE TABLE IF NOT EXISTS "loaded_sample" ("id" varchar(40) PRIMARY KEY NOT NULL, "version" varchar(40) NOT NULL, "scale" integer NOT NULL, "loaded_at" datetime NOT NULL, "rows" integer NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "administrative_unit_succession" ("predecessor_id" varchar(40) NOT NULL, "successor_id" varchar(40) NOT NULL, PRIMARY KEY ("predecessor_id", "successor_id"))',
  'CREATE TABLE IF NOT EXISTS "administrative_unit" ("id" varchar(40) PRIMARY KEY NOT NULL, "code" varchar(10) NOT NULL, "name" varchar(120) NOT NULL, "level" varchar(10) NOT NULL, "valid_from" date, "valid_to" date, "parent_id" varchar(40), "province_id" varchar(40) NOT NULL, CONSTRAINT "FK_41adb91475f08a58f907023c660" FOREIGN KEY ("parent_id") REFERENCES "administrative_unit" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE IF NOT EXISTS "household" ("id" varchar(40) PRIMARY KEY NOT NULL, "code" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "commune_id" varchar(40) NOT NULL, "hamlet" varchar(120), "is_urban" boolean NOT NULL, "head_id" varchar(40), "ethnic_group" varchar(60), "livelihood" varchar(60))',
  'CREATE TABLE IF NOT EXISTS "person" ("id" varchar(40) PRIMARY KEY NOT NULL, "household_id" varchar(40), "full_name" varchar(120) NOT NULL, "identification_number" varchar(12), "birth_date" date, "sex" varchar(10), "ethnic_group" varchar(60), "relationship_to_head" varchar(40), "is_alive" boolean NOT NULL DEFAULT (1), CONSTRAINT "FK_16dad48a2655f1b407d5f35a60b" FOREIGN KEY ("household_id") REFERENCES "household" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE IF NOT EXISTS "poverty_review" ("id" varchar(40) PRIMARY KEY NOT NULL, "household_id" varchar(40) NOT NULL, "round" varchar(20) NOT NULL, "reviewed_on" date NOT NULL, "monthly_income_per_person" bigint NOT NULL, "deprivations" integer NOT NULL, "class" varchar(40) NOT NULL, "decision_number" varchar(60), "decided_on" date, CONSTRAINT "FK_84ba452b8b479fb8a238048478c" FOREIGN KEY ("household_id") REFERENCES "household" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE IF NOT EXISTS "household_classification" ("review_id" varchar(40) NOT NULL, "standard_id" varchar(40) NOT NULL, "is_reporting" boolean NOT NULL DEFAULT (1), "household_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "class" varchar(40) NOT NULL, "since" date NOT NULL, "until" date, CONSTRAINT "FK_dd4ccc98ea63a37358b3b51890c" FOREIGN KEY ("review_id") REFERENCES "poverty_review" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("review_id", "standard_id"))',
  'CREATE TABLE IF NOT EXISTS "poverty_standard" ("id" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "issued_by_id" varchar(40), "legal_basis" varchar(200) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "rural_income_line" bigint NOT NULL, "urban_income_line" bigint NOT NULL, "rural_average_line" bigint NOT NULL, "urban_average_line" bigint NOT NULL, "minimum_deprivations_for_poor" integer NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "household_total" ("locality_id" varchar(40) NOT NULL, "year" integer NOT NULL, "households" integer NOT NULL, PRIMARY KEY ("locality_id", "year"))',
  'CREATE INDEX IF NOT EXISTS "IDX_5a2611168654c28e0ed68b1852" ON "territory" ("locality_id", "unit_id")',
  'CREATE INDEX IF NOT EXISTS "IDX_6d3b776e974e95b2d1e19967e1" ON "administrative_unit_succession" ("successor_id", "predecessor_id")',
  'CREATE INDEX IF NOT EXISTS "IDX_689784982fdeb6eb5653fb2ab2" ON "administrative_unit" ("parent_id", "code", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_24c98af30945e11833d22a7301" ON "administrative_unit" ("code", "id")',
  'CREATE UNIQUE INDEX IF NOT EXISTS "IDX_64c8fbfba9759ebbb90e62f586" ON "household" ("code")',
  'CREATE INDEX IF NOT EXISTS "IDX_1a6d64a73802d7169247db24bc" ON "household" ("commune_id")',
  'CREATE INDEX IF NOT EXISTS "IDX_602ecc9996b75723611202b83d" ON "household" ("locality_id", "code", "id")',
  'CREATE UNIQUE INDEX IF NOT EXISTS "IDX_fcfc2b4a2a2354d05531fa0045" ON "person" ("identification_number")',
  'CREATE INDEX IF NOT EXISTS "IDX_5110ab62e244fc460f0a89e289" ON "person" ("household_id", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_660ffd9697b6541b203e68f177" ON "poverty_review" ("household_id", "reviewed_on", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_d03a69cdd1c2ae1965cd7bea95" ON "household_classification" ("household_id", "standard_id", "since", "until", "class")',
  'CREATE INDEX IF NOT EXISTS "IDX_68caf509bb204fc52448886c69" ON "household_classification" ("locality_id", "standard_id", "since", "until", "class", "household_id")',
];

export class Initial1795295763073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
