import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "totals_version" ("name" varchar(40) PRIMARY KEY NOT NULL, "version" integer NOT NULL)',
  'CREATE TABLE "apartment_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "apartments" integer NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "funding_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "program" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "source" varchar(40) NOT NULL, "amount" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "program", "kind", "source"))',
  'CREATE TABLE "housing_support_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "program" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "houses" integer NOT NULL, "amount" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "program", "kind"))',
  'CREATE TABLE "land_reservation_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "square_meters" bigint NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "social_housing_project_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "projects" integer NOT NULL, "land_square_meters" bigint NOT NULL, "planned_apartments" integer NOT NULL, "planned_capacity_people" bigint NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'DROP INDEX "IDX_7909f97a1312edc5080c02fbfa"',
  'DROP INDEX "IDX_daa11aeb13bcc7698b3c1a2e43"',
  'CREATE INDEX "IDX_46c187a350dcbe6517b2610fb8" ON "social_housing_project" ("locality_id", "id")',
];

export class AddTotals1795734828354 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
