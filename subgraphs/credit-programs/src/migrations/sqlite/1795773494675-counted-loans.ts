import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The totals are counted anew afterwards, so their tables are made anew. */
const statements = [
  'DROP TABLE "balance_total"',
  'CREATE TABLE "balance_total" ("loans" integer NOT NULL, "households" integer NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "scope" varchar(40) NOT NULL, "part" varchar(40) NOT NULL, "borrowers" integer NOT NULL, "overdue_loans" integer NOT NULL, "overdue_households" integer NOT NULL, PRIMARY KEY ("unit_id", "year", "scope", "part")) WITHOUT ROWID',
  'DROP TABLE "housing_package_balance_total"',
  'CREATE TABLE "housing_package_balance_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "bank" varchar(160) NOT NULL, "borrower_kind" varchar(40) NOT NULL, "loans" integer NOT NULL, "outstanding" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "bank", "borrower_kind"))',
];

export class CountedLoans1795773494675 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
