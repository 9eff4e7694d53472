import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "loan_year_end_report" ("loan_id" varchar(40) NOT NULL, "year" integer NOT NULL, "status" varchar(40) NOT NULL, "overdue" bigint NOT NULL, PRIMARY KEY ("loan_id", "year"))',
];

export class YearEndReports1795789142524 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
