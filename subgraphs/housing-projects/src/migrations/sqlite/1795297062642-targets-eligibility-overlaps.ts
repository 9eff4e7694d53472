import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS "completion_target" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "apartments" integer NOT NULL, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE IF NOT EXISTS "project_completion_target" ("project_id" varchar(40) NOT NULL, "year" integer NOT NULL, "apartments" integer NOT NULL, "legal_basis" varchar(200) NOT NULL, CONSTRAINT "FK_9e5d3c6a8d21a2121eac7d766c5" FOREIGN KEY ("project_id") REFERENCES "social_housing_project" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("project_id", "year"))',
  'CREATE TABLE IF NOT EXISTS "social_housing_condition" ("applicant_group" varchar(40) NOT NULL, "rule" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("applicant_group", "rule", "valid_from"))',
  'CREATE TABLE IF NOT EXISTS "income_ceiling" ("situation" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "monthly_income" bigint NOT NULL, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("situation", "valid_from"))',
  'CREATE TABLE IF NOT EXISTS "support_overlap_rule" ("id" varchar(40) PRIMARY KEY NOT NULL, "first_scheme" varchar(40) NOT NULL, "second_scheme" varchar(40) NOT NULL, "verdict" varchar(40) NOT NULL, "legal_basis" varchar(200) NOT NULL, "explanation" varchar(400) NOT NULL, "valid_from" date NOT NULL, "valid_to" date)',
  'CREATE INDEX IF NOT EXISTS "IDX_3a70e4f38577cd1c78f2dd123f" ON "project_completion_target" ("year", "project_id", "apartments")',
  'CREATE INDEX IF NOT EXISTS "IDX_2e7f58be9aadae394e5839d763" ON "social_housing_application" ("household_id", "status", "decided_on")',
];

export class TargetsEligibilityOverlaps1795297062642 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
