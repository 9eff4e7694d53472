import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "credit_program" ("id" varchar(40) PRIMARY KEY NOT NULL, "code" varchar(40) NOT NULL, "name" varchar(160) NOT NULL, "lender_kind" varchar(40) NOT NULL, "legal_basis" varchar(200) NOT NULL)',
  'CREATE TABLE "credit_terms" ("program_id" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "annual_rate_percent" decimal(5,2), "maximum_principal" bigint, "maximum_term_months" integer, "legal_basis" varchar(200) NOT NULL, "remark" varchar(400), CONSTRAINT "FK_0f45f665d8fc2120b4a7917ee60" FOREIGN KEY ("program_id") REFERENCES "credit_program" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("program_id", "valid_from"))',
  'CREATE TABLE "territory" ("unit_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, PRIMARY KEY ("unit_id", "locality_id"))',
  'CREATE TABLE "transaction_office" ("id" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "administrative_unit_id" varchar(40) NOT NULL)',
  'CREATE TABLE "savings_group" ("id" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "locality_id" varchar(40) NOT NULL, "entrusted_organization" varchar(40) NOT NULL, "transaction_office_id" varchar(40) NOT NULL, CONSTRAINT "FK_ca83dfa90643191dcf0e5074cb1" FOREIGN KEY ("transaction_office_id") REFERENCES "transaction_office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "loan" ("id" varchar(40) PRIMARY KEY NOT NULL, "program_id" varchar(40) NOT NULL, "borrower_kind" varchar(40) NOT NULL, "household_id" varchar(40), "borrower_id" varchar(40), "project_id" varchar(40), "locality_id" varchar(40) NOT NULL, "purpose" varchar(200) NOT NULL, "principal" bigint NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "written_off" bigint NOT NULL, "balance_on" date NOT NULL, "annual_rate_percent" decimal(5,2) NOT NULL, "disbursed_on" date NOT NULL, "due_on" date NOT NULL, "status" varchar(40) NOT NULL, "savings_group_id" varchar(40), "entrusted_organization" varchar(40), "transaction_office_id" varchar(40), "lender_name" varchar(160), CONSTRAINT "FK_b1d48f723f371bff99e08fadc4a" FOREIGN KEY ("program_id") REFERENCES "credit_program" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_214ea042ebbdf8b9b51d86471cc" FOREIGN KEY ("savings_group_id") REFERENCES "savings_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_1ef2bbb49b88f6c44da2d99c071" FOREIGN KEY ("transaction_office_id") REFERENCES "transaction_office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  "CREATE TABLE \"loan_year_end\" (\"loan_id\" varchar(40) NOT NULL, \"year\" integer NOT NULL, \"program_id\" varchar(40) NOT NULL, \"household_id\" varchar(40), \"borrower_key\" varchar(40) NOT NULL, \"locality_id\" varchar(40) NOT NULL, \"status\" varchar(40) NOT NULL DEFAULT ('CURRENT'), \"savings_group_id\" varchar(40), \"entrusted_organization\" varchar(40), \"transaction_office_id\" varchar(40), \"outstanding\" bigint NOT NULL, \"overdue\" bigint NOT NULL, CONSTRAINT \"FK_f177bbc025e76d34658ea89ed04\" FOREIGN KEY (\"loan_id\") REFERENCES \"loan\" (\"id\") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY (\"loan_id\", \"year\"))",
  'CREATE TABLE "loaded_sample" ("id" varchar(40) PRIMARY KEY NOT NULL, "version" varchar(40) NOT NULL, "scale" integer NOT NULL, "loaded_at" datetime NOT NULL, "rows" integer NOT NULL)',
  'CREATE TABLE "eligibility_rule" ("program_id" varchar(40) NOT NULL, "rule" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "classes" text, "months" integer, "proof" varchar(300), "legal_basis" varchar(200) NOT NULL, CONSTRAINT "FK_9e56c7aff953269cc2e7e31d451" FOREIGN KEY ("program_id") REFERENCES "credit_program" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("program_id", "rule", "valid_from"))',
  'CREATE TABLE "credit_package_volume" ("program_id" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "volume" bigint NOT NULL, "legal_basis" varchar(200) NOT NULL, CONSTRAINT "FK_812ee67713e4a99a488b137d8be" FOREIGN KEY ("program_id") REFERENCES "credit_program" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("program_id", "valid_from"))',
  'CREATE TABLE "repayment" ("id" varchar(40) PRIMARY KEY NOT NULL, "loan_id" varchar(40) NOT NULL, "paid_on" date NOT NULL, "principal" bigint NOT NULL, "interest" bigint NOT NULL, CONSTRAINT "FK_67c04d1d5efc04c0f8bfa3eea8e" FOREIGN KEY ("loan_id") REFERENCES "loan" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE UNIQUE INDEX "IDX_6ee3ee8a7b93144bd4a8d73398" ON "credit_program" ("code")',
  'CREATE INDEX "IDX_5a2611168654c28e0ed68b1852" ON "territory" ("locality_id", "unit_id")',
  'CREATE INDEX "IDX_5fefb8bfe07bf8d8fdc9b452b9" ON "savings_group" ("transaction_office_id", "locality_id", "id")',
  'CREATE INDEX "IDX_36750375e927b18e1ebf0663a1" ON "savings_group" ("entrusted_organization", "locality_id", "id")',
  'CREATE INDEX "IDX_2779c7a0c9729176ff3e3eea4e" ON "savings_group" ("locality_id", "entrusted_organization")',
  'CREATE INDEX "IDX_69777266aa691ab34b54ddcf51" ON "savings_group" ("locality_id", "id")',
  'CREATE INDEX "IDX_aa0977d7a66ced33f1b2bd0ede" ON "loan" ("project_id", "borrower_kind", "principal", "outstanding")',
  'CREATE INDEX "IDX_128a5e422c5202985c0e41fa75" ON "loan" ("borrower_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_571448670db80754c6169a0b6d" ON "loan" ("household_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_f5292cda700a88efcae80eb687" ON "loan" ("transaction_office_id", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_d42384ddac38d5fd07967f9a14" ON "loan" ("entrusted_organization", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_4858aea1614ae60d344c4918b3" ON "loan" ("savings_group_id", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_6ce44a104ccc67825142d0d658" ON "loan" ("borrower_kind", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_3247b0eec9ea63f448c563b0cd" ON "loan" ("status", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_a8e80d45cc82c9dc83968a0cb3" ON "loan" ("program_id", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_51a9eb9d8e3d8201bffd6173ad" ON "loan" ("locality_id", "disbursed_on", "id", "program_id", "household_id", "principal")',
  'CREATE INDEX "IDX_6e5f00306ee9dde662b2e7c6f2" ON "loan_year_end" ("transaction_office_id", "year", "household_id", "outstanding", "overdue")',
  'CREATE INDEX "IDX_c85e82a57134970ebee5c72376" ON "loan_year_end" ("savings_group_id", "year", "household_id", "outstanding", "overdue")',
  'CREATE INDEX "IDX_adbc1623ca4a42ea060657b3f8" ON "loan_year_end" ("locality_id", "year", "status", "entrusted_organization", "transaction_office_id", "savings_group_id", "household_id", "outstanding", "overdue")',
  'CREATE INDEX "IDX_84fca7f8db5838eb38f232f2cc" ON "loan_year_end" ("locality_id", "year", "program_id", "household_id", "borrower_key", "outstanding", "overdue")',
  'CREATE INDEX "IDX_c3a635f51a9a86002ac0023385" ON "repayment" ("loan_id", "paid_on", "id")',
];

export class Initial1795699203546 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
