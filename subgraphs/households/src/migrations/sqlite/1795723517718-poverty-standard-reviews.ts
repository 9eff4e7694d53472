import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "temporary_poverty_standard" ("id" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "issued_by_id" varchar(40), "legal_basis" varchar(200) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "rural_income_line" bigint NOT NULL, "urban_income_line" bigint NOT NULL, "rural_average_line" bigint NOT NULL, "urban_average_line" bigint NOT NULL, "minimum_deprivations_for_poor" integer NOT NULL, "counted_deprivations" integer NOT NULL DEFAULT (4095), "reviewed_from" date, "rural_poor_line" bigint, "urban_poor_line" bigint)',
  'INSERT INTO "temporary_poverty_standard"("id", "name", "issued_by_id", "legal_basis", "valid_from", "valid_to", "rural_income_line", "urban_income_line", "rural_average_line", "urban_average_line", "minimum_deprivations_for_poor", "counted_deprivations") SELECT "id", "name", "issued_by_id", "legal_basis", "valid_from", "valid_to", "rural_income_line", "urban_income_line", "rural_average_line", "urban_average_line", "minimum_deprivations_for_poor", "counted_deprivations" FROM "poverty_standard"',
  'DROP TABLE "poverty_standard"',
  'ALTER TABLE "temporary_poverty_standard" RENAME TO "poverty_standard"',
];

export class PovertyStandardReviews1795723517718 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
