import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "territory" ("unit_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, PRIMARY KEY ("unit_id", "locality_id"))',
  'CREATE TABLE "loaded_sample" ("id" varchar(40) PRIMARY KEY NOT NULL, "version" varchar(40) NOT NULL, "scale" integer NOT NULL, "loaded_at" datetime NOT NULL, "rows" integer NOT NULL)',
  'CREATE TABLE "social_housing_project" ("id" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "locality_id" varchar(40) NOT NULL, "commune_id" varchar(40) NOT NULL, "developer" varchar(160) NOT NULL, "audience" varchar(40) NOT NULL, "land_area_hectares" decimal(8,2) NOT NULL, "planned_apartments" integer NOT NULL, "planned_capacity_people" integer NOT NULL, "status" varchar(40) NOT NULL, "decision_number" varchar(60), "approved_on" date, "approval_order" date NOT NULL)',
  'CREATE TABLE "apartment_completion" ("project_id" varchar(40) NOT NULL, "phase" integer NOT NULL, "completed_on" date NOT NULL, "apartments" integer NOT NULL, CONSTRAINT "FK_f7ab2f4456d9992f048a6048a48" FOREIGN KEY ("project_id") REFERENCES "social_housing_project" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("project_id", "phase"))',
  'CREATE TABLE "completion_target" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "apartments" integer NOT NULL, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "project_completion_target" ("project_id" varchar(40) NOT NULL, "year" integer NOT NULL, "apartments" integer NOT NULL, "legal_basis" varchar(200) NOT NULL, CONSTRAINT "FK_9e5d3c6a8d21a2121eac7d766c5" FOREIGN KEY ("project_id") REFERENCES "social_housing_project" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("project_id", "year"))',
  'CREATE TABLE "land_reservation" ("locality_id" varchar(40) NOT NULL, "reserved_on" date NOT NULL, "hectares" decimal(8,2) NOT NULL, PRIMARY KEY ("locality_id", "reserved_on"))',
  'CREATE TABLE "living_area" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "square_meters_per_person" decimal(5,1) NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "housing_support" ("id" varchar(40) PRIMARY KEY NOT NULL, "household_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "program" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "amount" bigint NOT NULL, "decision_number" varchar(60), "decided_on" date NOT NULL, "completed_on" date)',
  'CREATE TABLE "funding_share" ("support_id" varchar(40) NOT NULL, "source" varchar(40) NOT NULL, "amount" bigint NOT NULL, CONSTRAINT "FK_3a79eab1a5b43d3b40b80dcaebe" FOREIGN KEY ("support_id") REFERENCES "housing_support" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("support_id", "source"))',
  'CREATE TABLE "social_housing_application" ("id" varchar(40) PRIMARY KEY NOT NULL, "project_id" varchar(40) NOT NULL, "person_id" varchar(40) NOT NULL, "household_id" varchar(40), "applicant_group" varchar(40) NOT NULL, "status" varchar(40) NOT NULL, "submitted_on" date NOT NULL, "decided_on" date, CONSTRAINT "FK_6d8bbfcf841889c459ac2f56a51" FOREIGN KEY ("project_id") REFERENCES "social_housing_project" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "social_housing_condition" ("applicant_group" varchar(40) NOT NULL, "rule" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("applicant_group", "rule", "valid_from"))',
  'CREATE TABLE "income_ceiling" ("situation" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "monthly_income" bigint NOT NULL, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("situation", "valid_from"))',
  'CREATE TABLE "support_overlap_rule" ("id" varchar(40) PRIMARY KEY NOT NULL, "first_scheme" varchar(40) NOT NULL, "second_scheme" varchar(40) NOT NULL, "verdict" varchar(40) NOT NULL, "legal_basis" varchar(200) NOT NULL, "explanation" varchar(400) NOT NULL, "valid_from" date NOT NULL, "valid_to" date)',
  'CREATE INDEX "IDX_5a2611168654c28e0ed68b1852" ON "territory" ("locality_id", "unit_id")',
  'CREATE INDEX "IDX_7909f97a1312edc5080c02fbfa" ON "social_housing_project" ("locality_id", "approved_on", "land_area_hectares", "planned_apartments")',
  'CREATE INDEX "IDX_5aab34d45c38bca16989a20da3" ON "social_housing_project" ("planned_apartments", "id")',
  'CREATE INDEX "IDX_e70e8c66b199f7f6093181682a" ON "social_housing_project" ("approval_order", "id")',
  'CREATE INDEX "IDX_f0e2554fce9fba532473f518b7" ON "social_housing_project" ("name", "id")',
  'CREATE INDEX "IDX_fdbbb276b163f19b45047e37e4" ON "apartment_completion" ("project_id", "completed_on", "apartments")',
  'CREATE INDEX "IDX_3a70e4f38577cd1c78f2dd123f" ON "project_completion_target" ("year", "project_id", "apartments")',
  'CREATE INDEX "IDX_daa11aeb13bcc7698b3c1a2e43" ON "housing_support" ("locality_id", "completed_on", "program", "kind", "amount")',
  'CREATE INDEX "IDX_b29dfe40ea6149ae85e4d7acde" ON "housing_support" ("household_id", "decided_on", "id")',
  'CREATE INDEX "IDX_2e7f58be9aadae394e5839d763" ON "social_housing_application" ("household_id", "status", "decided_on")',
  'CREATE INDEX "IDX_365f58be234f88b1eaac13fe16" ON "social_housing_application" ("person_id", "submitted_on", "id")',
  'CREATE INDEX "IDX_84d5bea1bcfd8147cf9d9a5029" ON "social_housing_application" ("project_id", "submitted_on", "id")',
];

export class Initial1795699200833 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
