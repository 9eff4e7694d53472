import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "unit_population_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "localities" integer NOT NULL, "people" integer NOT NULL, "ethnic_minority_people" integer NOT NULL, "ethnic_minority_households" integer NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "assisted_people_total" ("unit_id" varchar(40) NOT NULL, "program_code" varchar(40) NOT NULL, "from_year" integer NOT NULL, "to_year" integer NOT NULL, "previous_to_year" integer NOT NULL, "people" integer NOT NULL, PRIMARY KEY ("unit_id", "program_code", "from_year", "to_year", "previous_to_year"))',
  'CREATE TABLE "granted_assistance_total" ("unit_id" varchar(40) NOT NULL, "program_code" varchar(40) NOT NULL, "from_year" integer NOT NULL, "to_year" integer NOT NULL, "previous_to_year" integer NOT NULL, "households" integer NOT NULL, "recipient_households" integer NOT NULL, "amount" bigint NOT NULL, "yearly_amount" bigint NOT NULL, "missing_in_first_year" bigint NOT NULL, "missing_in_last_year" bigint NOT NULL, PRIMARY KEY ("unit_id", "program_code", "from_year", "to_year", "previous_to_year"))',
  'CREATE TABLE "reported_assistance_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "program_code" varchar(40) NOT NULL, "recipient_unit" varchar(40) NOT NULL, "reports" integer NOT NULL, "recipients" integer NOT NULL, "amount" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "program_code", "recipient_unit"))',
  'CREATE TABLE "livelihood_model_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "models" integer NOT NULL, "budget" bigint NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "participants_total" ("livelihood_model_id" varchar(40) PRIMARY KEY NOT NULL, "households" integer NOT NULL)',
  'CREATE TABLE "fund_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "funds" integer NOT NULL, "received" bigint NOT NULL, "spent" bigint NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "unit_household_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "localities" integer NOT NULL, "households" integer NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "capital_total" ("unit_id" varchar(40) NOT NULL, "sub_project_id" varchar(40) NOT NULL, "source" varchar(40) NOT NULL, "year" integer NOT NULL, "allocations" integer NOT NULL, "allocated" bigint NOT NULL, "disbursed" bigint NOT NULL, PRIMARY KEY ("unit_id", "sub_project_id", "source", "year"))',
  'DROP INDEX "IDX_65c79e9f3b192113b2a389cf28"',
  'DROP INDEX "IDX_4946405fe76f51449e2ab935be"',
];

export class ReportedTotals1795735725874 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
