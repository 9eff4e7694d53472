import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The totals are counted anew afterwards, so their tables are made anew: without row ids each is one tree, not two. */
const statements = [
  'DROP TABLE "borrower_total"',
  'DROP TABLE "balance_total"',
  'CREATE TABLE "balance_total" ("loans" integer NOT NULL, "households" integer NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "scope" varchar(40) NOT NULL, "part" varchar(40) NOT NULL, "borrowers" integer NOT NULL, PRIMARY KEY ("unit_id", "year", "scope", "part")) WITHOUT ROWID',
  'DROP TABLE "lending_total"',
  'CREATE TABLE "lending_total" ("unit_id" varchar(40) NOT NULL, "scope" varchar(40) NOT NULL, "part" varchar(40) NOT NULL, "from_year" integer NOT NULL, "to_year" integer NOT NULL, "previous_to_year" integer NOT NULL, "loans" integer NOT NULL, "households" integer NOT NULL, "disbursed" bigint NOT NULL, PRIMARY KEY ("unit_id", "scope", "part", "from_year", "to_year", "previous_to_year")) WITHOUT ROWID',
  'DROP TABLE "unit_savings_group_total"',
  'CREATE TABLE "unit_savings_group_total" ("loans" integer NOT NULL, "households" integer NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "savings_group_id" varchar(40) NOT NULL, "minus_overdue" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "savings_group_id")) WITHOUT ROWID',
  'DROP TABLE "savings_group_total"',
  'CREATE TABLE "savings_group_total" ("loans" integer NOT NULL, "households" integer NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "savings_group_id" varchar(40) NOT NULL, "year" integer NOT NULL, PRIMARY KEY ("savings_group_id", "year")) WITHOUT ROWID',
  'DROP TABLE "transaction_office_total"',
  'CREATE TABLE "transaction_office_total" ("loans" integer NOT NULL, "households" integer NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "transaction_office_id" varchar(40) NOT NULL, "year" integer NOT NULL, PRIMARY KEY ("transaction_office_id", "year")) WITHOUT ROWID',
  'CREATE INDEX "IDX_abba31b944322624b3d48d2fb2" ON "unit_savings_group_total" ("unit_id", "year", "minus_overdue", "savings_group_id") WHERE "minus_overdue" < 0',
  "DELETE FROM totals_version WHERE name = 'borrower_total'",
];

export class SlimmerTotals1795746869034 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
