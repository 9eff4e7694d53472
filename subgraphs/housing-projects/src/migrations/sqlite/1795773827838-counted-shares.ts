import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The totals are counted anew afterwards, so their table is made anew. */
const statements = [
  'DROP TABLE "funding_total"',
  'CREATE TABLE "funding_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "program" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "source" varchar(40) NOT NULL, "supports" integer NOT NULL, "amount" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "program", "kind", "source"))',
];

export class CountedShares1795773827838 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
