import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "temporary_school_milk_term" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40) NOT NULL, "is_for_policy_children" boolean, "budget_percent" integer NOT NULL, "parents_percent" integer NOT NULL, "suppliers_percent" integer NOT NULL, "youngest_age" integer NOT NULL, "oldest_age" integer NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "legal_basis" varchar(200) NOT NULL)',
  'CREATE TABLE "temporary_assistance_level" ("program_code" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "monthly_amount" bigint NOT NULL, "minimum_age" integer, "minimum_age_if_poor" integer, "legal_basis" varchar(300) NOT NULL, "remark" varchar(300), "is_only_without_pension" boolean NOT NULL DEFAULT (0), CONSTRAINT "FK_c0c787f6afa39a9381a65625744" FOREIGN KEY ("program_code") REFERENCES "assistance_program" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("program_code", "valid_from"))',
  'CREATE TABLE "temporary_support_top_up" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40) NOT NULL, "support" varchar(160) NOT NULL, "program_code" varchar(40), "from_year" integer NOT NULL, "to_year" integer NOT NULL, "times_central" decimal(5,3) NOT NULL, "legal_basis" varchar(300) NOT NULL, "began_on" date, CONSTRAINT "FK_b6e4888b00984dfd81ff6315e56" FOREIGN KEY ("program_code") REFERENCES "assistance_program" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_school_milk_term"("id", "unit_id", "is_for_policy_children", "budget_percent", "parents_percent", "suppliers_percent", "youngest_age", "oldest_age", "valid_from", "valid_to", "legal_basis") SELECT "id", "unit_id", "is_for_policy_children", "budget_percent", "parents_percent", "suppliers_percent", "youngest_age", "oldest_age", "valid_from", "valid_to", "legal_basis" FROM "school_milk_term"',
  'DROP TABLE "school_milk_term"',
  'ALTER TABLE "temporary_school_milk_term" RENAME TO "school_milk_term"',
  'INSERT INTO "temporary_assistance_level"("program_code", "valid_from", "valid_to", "monthly_amount", "minimum_age", "minimum_age_if_poor", "legal_basis", "remark") SELECT "program_code", "valid_from", "valid_to", "monthly_amount", "minimum_age", "minimum_age_if_poor", "legal_basis", "remark" FROM "assistance_level"',
  'DROP TABLE "assistance_level"',
  'ALTER TABLE "temporary_assistance_level" RENAME TO "assistance_level"',
  'DROP INDEX "IDX_0377c9a7b906e2014677008a7f"',
  'INSERT INTO "temporary_support_top_up"("id", "unit_id", "support", "program_code", "from_year", "to_year", "times_central", "legal_basis") SELECT "id", "unit_id", "support", "program_code", "from_year", "to_year", "times_central", "legal_basis" FROM "support_top_up"',
  'DROP TABLE "support_top_up"',
  'ALTER TABLE "temporary_support_top_up" RENAME TO "support_top_up"',
  'CREATE INDEX "IDX_0377c9a7b906e2014677008a7f" ON "support_top_up" ("unit_id", "from_year", "to_year")',
];

export class AssistanceTerms1795724382124 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
