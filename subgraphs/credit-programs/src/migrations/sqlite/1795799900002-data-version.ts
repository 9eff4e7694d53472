import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The row of totals_version that counted changes is not needed any more. */
const statements = [
  'CREATE TABLE "data_version" ("id" varchar(40) PRIMARY KEY NOT NULL, "version" bigint NOT NULL, "token" varchar(40) NOT NULL)',
  "INSERT INTO data_version (id, version, token) VALUES ('data', 0, '')",
  "DELETE FROM totals_version WHERE name = '*'",
];

export class DataVersion1795799900002 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
