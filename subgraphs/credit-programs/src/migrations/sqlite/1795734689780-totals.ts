import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "lending_total" ("unit_id" varchar(40) NOT NULL, "scope" varchar(40) NOT NULL, "part" varchar(40) NOT NULL, "from_year" integer NOT NULL, "to_year" integer NOT NULL, "previous_to_year" integer NOT NULL, "loans" integer NOT NULL, "households" integer NOT NULL, "disbursed" bigint NOT NULL, PRIMARY KEY ("unit_id", "scope", "part", "from_year", "to_year", "previous_to_year"))',
  'CREATE TABLE "balance_total" ("loans" integer NOT NULL, "households" integer NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "scope" varchar(40) NOT NULL, "part" varchar(40) NOT NULL, PRIMARY KEY ("unit_id", "year", "scope", "part"))',
  'CREATE TABLE "borrower_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "program_id" varchar(40) NOT NULL, "borrowers" integer NOT NULL, PRIMARY KEY ("unit_id", "year", "program_id"))',
  'CREATE TABLE "housing_package_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "bank" varchar(160) NOT NULL, "borrower_kind" varchar(40) NOT NULL, "loans" integer NOT NULL, "drawn" bigint NOT NULL, "reported_change" integer NOT NULL, PRIMARY KEY ("unit_id", "year", "bank", "borrower_kind"))',
  'CREATE TABLE "housing_package_balance_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "bank" varchar(160) NOT NULL, "borrower_kind" varchar(40) NOT NULL, "outstanding" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "bank", "borrower_kind"))',
  'CREATE TABLE "totals_version" ("name" varchar(40) PRIMARY KEY NOT NULL, "version" integer NOT NULL)',
  'CREATE TABLE "unit_savings_group_total" ("loans" integer NOT NULL, "households" integer NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "savings_group_id" varchar(40) NOT NULL, "minus_overdue" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "savings_group_id"))',
  'CREATE TABLE "savings_group_total" ("loans" integer NOT NULL, "households" integer NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "savings_group_id" varchar(40) NOT NULL, "year" integer NOT NULL, PRIMARY KEY ("savings_group_id", "year"))',
  'CREATE TABLE "transaction_office_total" ("loans" integer NOT NULL, "households" integer NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "transaction_office_id" varchar(40) NOT NULL, "year" integer NOT NULL, PRIMARY KEY ("transaction_office_id", "year"))',
  'CREATE TABLE "project_financing_total" ("project_id" varchar(40) NOT NULL, "bank" varchar(160) NOT NULL, "borrower_kind" varchar(40) NOT NULL, "loans" integer NOT NULL, "principal" bigint NOT NULL, "outstanding" bigint NOT NULL, PRIMARY KEY ("project_id", "bank", "borrower_kind"))',
  "CREATE TABLE \"temporary_loan_year_end\" (\"loan_id\" varchar(40) NOT NULL, \"year\" integer NOT NULL, \"program_id\" varchar(40) NOT NULL, \"household_id\" varchar(40), \"borrower_key\" varchar(40) NOT NULL, \"locality_id\" varchar(40) NOT NULL, \"status\" varchar(40) NOT NULL DEFAULT ('CURRENT'), \"savings_group_id\" varchar(40), \"entrusted_organization\" varchar(40), \"transaction_office_id\" varchar(40), \"outstanding\" bigint NOT NULL, \"overdue\" bigint NOT NULL, \"borrower_kind\" varchar(40) NOT NULL DEFAULT ('HOUSEHOLD'), \"lender_name\" varchar(160), CONSTRAINT \"FK_f177bbc025e76d34658ea89ed04\" FOREIGN KEY (\"loan_id\") REFERENCES \"loan\" (\"id\") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY (\"loan_id\", \"year\"))",
  'DROP INDEX "IDX_aa0977d7a66ced33f1b2bd0ede"',
  'DROP INDEX "IDX_51a9eb9d8e3d8201bffd6173ad"',
  'DROP INDEX "IDX_84fca7f8db5838eb38f232f2cc"',
  'DROP INDEX "IDX_adbc1623ca4a42ea060657b3f8"',
  'DROP INDEX "IDX_c85e82a57134970ebee5c72376"',
  'DROP INDEX "IDX_6e5f00306ee9dde662b2e7c6f2"',
  'CREATE INDEX "IDX_215cd5bb3e112f65c21615a018" ON "unit_savings_group_total" ("unit_id", "year", "minus_overdue", "savings_group_id")',
  'INSERT INTO "temporary_loan_year_end"("loan_id", "year", "program_id", "household_id", "borrower_key", "locality_id", "status", "savings_group_id", "entrusted_organization", "transaction_office_id", "outstanding", "overdue") SELECT "loan_id", "year", "program_id", "household_id", "borrower_key", "locality_id", "status", "savings_group_id", "entrusted_organization", "transaction_office_id", "outstanding", "overdue" FROM "loan_year_end"',
  'DROP TABLE "loan_year_end"',
  'ALTER TABLE "temporary_loan_year_end" RENAME TO "loan_year_end"',
  'CREATE INDEX "IDX_f96281da863f60db5d52b5f01f" ON "loan" ("project_id", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_9ca5af11d071966e262c04cf37" ON "loan" ("locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_25ad0213b0a08f9afd6f2ee439" ON "loan_year_end" ("borrower_key", "loan_id", "year")',
  'CREATE INDEX "IDX_ff752e036827847af2777f4acf" ON "loan_year_end" ("household_id", "loan_id", "year")',
  `UPDATE loan_year_end SET
     borrower_kind = (SELECT loan.borrower_kind FROM loan WHERE loan.id = loan_year_end.loan_id),
     lender_name = (SELECT loan.lender_name FROM loan WHERE loan.id = loan_year_end.loan_id)`,
];

export class Totals1795734689780 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
