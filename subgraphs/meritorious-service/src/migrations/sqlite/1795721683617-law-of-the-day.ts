import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "base_pay" ("valid_from" date PRIMARY KEY NOT NULL, "valid_to" date, "monthly_amount" bigint NOT NULL, "legal_basis" varchar(200) NOT NULL)',
  'CREATE TABLE "health_insurance_norm" ("valid_from" date PRIMARY KEY NOT NULL, "valid_to" date, "percent_of_base_pay" decimal(5,2) NOT NULL, "legal_basis" varchar(200) NOT NULL)',
  'CREATE TABLE "temporary_standard_level" ("valid_from" date PRIMARY KEY NOT NULL, "valid_to" date, "monthly_amount" bigint NOT NULL, "legal_basis" varchar(200) NOT NULL, "rounded_to" bigint NOT NULL DEFAULT (1), "rounding_legal_basis" varchar(200))',
  'CREATE TABLE "temporary_care_norm" ("kind" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "coefficient" decimal(7,3), "fixed_amount" bigint, "legal_basis" varchar(200) NOT NULL, "position" integer NOT NULL DEFAULT (1), "category_ids" text, "minimum_injury_rate_percent" integer, "multiple_of" varchar(40), PRIMARY KEY ("kind", "valid_from", "position"))',
  'INSERT INTO "temporary_standard_level"("valid_from", "valid_to", "monthly_amount", "legal_basis") SELECT "valid_from", "valid_to", "monthly_amount", "legal_basis" FROM "standard_level"',
  'DROP TABLE "standard_level"',
  'ALTER TABLE "temporary_standard_level" RENAME TO "standard_level"',
  'INSERT INTO "temporary_care_norm"("kind", "valid_from", "valid_to", "coefficient", "fixed_amount", "legal_basis") SELECT "kind", "valid_from", "valid_to", "coefficient", "fixed_amount", "legal_basis" FROM "care_norm"',
  'DROP TABLE "care_norm"',
  'ALTER TABLE "temporary_care_norm" RENAME TO "care_norm"',
  // Until now all multiples were of the standard level.
  "UPDATE care_norm SET multiple_of = 'STANDARD_LEVEL' WHERE coefficient IS NOT NULL",
];

export class LawOfTheDay1795721683617 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
