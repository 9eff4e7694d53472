import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "population_total" ("locality_id" varchar(40) NOT NULL, "year" integer NOT NULL, "people" integer NOT NULL, "ethnic_minority_people" integer NOT NULL, "ethnic_minority_households" integer NOT NULL, PRIMARY KEY ("locality_id", "year"))',
  'CREATE TABLE "extremely_difficult_area" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40) NOT NULL, "village" varchar(120), "valid_from" date, "valid_to" date, "legal_basis" varchar(300) NOT NULL)',
  'ALTER TABLE "target" ADD COLUMN "reached_year" integer',
];

export class PopulationAndTargets1795722500000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
