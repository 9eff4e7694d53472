import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "national_apartment_target" ("from_year" integer NOT NULL, "to_year" integer NOT NULL, "apartments" integer NOT NULL, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("from_year", "to_year"))',
  'CREATE TABLE "housing_support_target" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "program" varchar(40) NOT NULL, "houses" integer NOT NULL, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("unit_id", "year", "program"))',
];

export class AddHousingTargets1795724105081 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
