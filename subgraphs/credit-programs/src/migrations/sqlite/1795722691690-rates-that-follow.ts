import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "preferred_rate" ("program_id" varchar(40) NOT NULL, "borrowers" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "rate_base_program_id" varchar(40) NOT NULL, "percent_of_base_rate" decimal(6,2) NOT NULL, "legal_basis" varchar(200) NOT NULL, CONSTRAINT "FK_76436e561aa2c3cf8c05521f568" FOREIGN KEY ("program_id") REFERENCES "credit_program" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_2dcd592e1c3b800d3946d27422d" FOREIGN KEY ("rate_base_program_id") REFERENCES "credit_program" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("program_id", "borrowers", "valid_from"))',
  'CREATE TABLE "temporary_credit_terms" ("program_id" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "annual_rate_percent" decimal(6,3), "maximum_principal" bigint, "maximum_term_months" integer, "legal_basis" varchar(200) NOT NULL, "remark" varchar(400), "rate_base_program_id" varchar(40), "percent_of_base_rate" decimal(6,2), "maximum_firm_principal" bigint, CONSTRAINT "FK_0f45f665d8fc2120b4a7917ee60" FOREIGN KEY ("program_id") REFERENCES "credit_program" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_9043a6b0b329a334509a83017ac" FOREIGN KEY ("rate_base_program_id") REFERENCES "credit_program" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("program_id", "valid_from"))',
  'CREATE TABLE "temporary_loan" ("id" varchar(40) PRIMARY KEY NOT NULL, "program_id" varchar(40) NOT NULL, "borrower_kind" varchar(40) NOT NULL, "household_id" varchar(40), "borrower_id" varchar(40), "project_id" varchar(40), "locality_id" varchar(40) NOT NULL, "purpose" varchar(200) NOT NULL, "principal" bigint NOT NULL, "outstanding" bigint NOT NULL, "overdue" bigint NOT NULL, "written_off" bigint NOT NULL, "balance_on" date NOT NULL, "annual_rate_percent" decimal(6,3) NOT NULL, "disbursed_on" date NOT NULL, "due_on" date NOT NULL, "status" varchar(40) NOT NULL, "savings_group_id" varchar(40), "entrusted_organization" varchar(40), "transaction_office_id" varchar(40), "lender_name" varchar(160), CONSTRAINT "FK_1ef2bbb49b88f6c44da2d99c071" FOREIGN KEY ("transaction_office_id") REFERENCES "transaction_office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_214ea042ebbdf8b9b51d86471cc" FOREIGN KEY ("savings_group_id") REFERENCES "savings_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_b1d48f723f371bff99e08fadc4a" FOREIGN KEY ("program_id") REFERENCES "credit_program" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_credit_terms"("program_id", "valid_from", "valid_to", "annual_rate_percent", "maximum_principal", "maximum_term_months", "legal_basis", "remark") SELECT "program_id", "valid_from", "valid_to", "annual_rate_percent", "maximum_principal", "maximum_term_months", "legal_basis", "remark" FROM "credit_terms"',
  'DROP TABLE "credit_terms"',
  'ALTER TABLE "temporary_credit_terms" RENAME TO "credit_terms"',
  'INSERT INTO "temporary_loan"("id", "program_id", "borrower_kind", "household_id", "borrower_id", "project_id", "locality_id", "purpose", "principal", "outstanding", "overdue", "written_off", "balance_on", "annual_rate_percent", "disbursed_on", "due_on", "status", "savings_group_id", "entrusted_organization", "transaction_office_id", "lender_name") SELECT "id", "program_id", "borrower_kind", "household_id", "borrower_id", "project_id", "locality_id", "purpose", "principal", "outstanding", "overdue", "written_off", "balance_on", "annual_rate_percent", "disbursed_on", "due_on", "status", "savings_group_id", "entrusted_organization", "transaction_office_id", "lender_name" FROM "loan"',
  'DROP TABLE "loan"',
  'ALTER TABLE "temporary_loan" RENAME TO "loan"',
  'CREATE INDEX "IDX_51a9eb9d8e3d8201bffd6173ad" ON "loan" ("locality_id", "disbursed_on", "id", "program_id", "household_id", "principal")',
  'CREATE INDEX "IDX_a8e80d45cc82c9dc83968a0cb3" ON "loan" ("program_id", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_3247b0eec9ea63f448c563b0cd" ON "loan" ("status", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_6ce44a104ccc67825142d0d658" ON "loan" ("borrower_kind", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_4858aea1614ae60d344c4918b3" ON "loan" ("savings_group_id", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_d42384ddac38d5fd07967f9a14" ON "loan" ("entrusted_organization", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_f5292cda700a88efcae80eb687" ON "loan" ("transaction_office_id", "locality_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_571448670db80754c6169a0b6d" ON "loan" ("household_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_128a5e422c5202985c0e41fa75" ON "loan" ("borrower_id", "disbursed_on", "id")',
  'CREATE INDEX "IDX_aa0977d7a66ced33f1b2bd0ede" ON "loan" ("project_id", "borrower_kind", "principal", "outstanding")',
];

export class RatesThatFollow1795722691690 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
