import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "totals_version" ("name" varchar(40) PRIMARY KEY NOT NULL, "version" integer NOT NULL)',
  'CREATE TABLE "class_change_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "standard_id" varchar(40) NOT NULL, "previous_standard_id" varchar(40) NOT NULL, "escaped" integer NOT NULL, "no_longer_poor" integer NOT NULL, "fell" integer NOT NULL, "relapsed" integer NOT NULL, "relapsed_under_standard" integer NOT NULL, PRIMARY KEY ("unit_id", "year", "standard_id", "previous_standard_id"))',
  'CREATE TABLE "class_total" ("unit_id" varchar(40) NOT NULL, "standard_id" varchar(40) NOT NULL, "year" integer NOT NULL, "poor" integer NOT NULL, "near_poor" integer NOT NULL, "newly_escaped" integer NOT NULL, "minority_poor" integer NOT NULL, "minority_near_poor" integer NOT NULL, PRIMARY KEY ("unit_id", "standard_id", "year"))',
  'CREATE TABLE "temporary_household_classification" ("review_id" varchar(40) NOT NULL, "standard_id" varchar(40) NOT NULL, "is_reporting" boolean NOT NULL DEFAULT (1), "household_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "class" varchar(40) NOT NULL, "since" date NOT NULL, "until" date, "is_minority" boolean NOT NULL DEFAULT (0), CONSTRAINT "FK_dd4ccc98ea63a37358b3b51890c" FOREIGN KEY ("review_id") REFERENCES "poverty_review" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("review_id", "standard_id"))',
  'DROP INDEX "IDX_68caf509bb204fc52448886c69"',
  'DROP INDEX "IDX_d03a69cdd1c2ae1965cd7bea95"',
  'DROP INDEX "IDX_244cdb752ea310d7acbc388013"',
  'INSERT INTO "temporary_household_classification"("review_id", "standard_id", "is_reporting", "household_id", "locality_id", "class", "since", "until") SELECT "review_id", "standard_id", "is_reporting", "household_id", "locality_id", "class", "since", "until" FROM "household_classification"',
  'DROP TABLE "household_classification"',
  'ALTER TABLE "temporary_household_classification" RENAME TO "household_classification"',
  'CREATE INDEX "IDX_d03a69cdd1c2ae1965cd7bea95" ON "household_classification" ("household_id", "standard_id", "since", "until", "class")',
  'CREATE INDEX "IDX_244cdb752ea310d7acbc388013" ON "household_classification" ("locality_id", "class", "until")',
  'CREATE INDEX "IDX_f8a50a4a5b153c28c7bdec4547" ON "household_classification" ("locality_id", "standard_id", "since", "until")',
  "UPDATE household_classification SET is_minority = 1 WHERE household_id IN (SELECT id FROM household WHERE ethnic_group <> 'Kinh')",
];

export class ClassTotals1795734447799 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
