import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'ALTER TABLE `funding_total` ADD `supports` int NOT NULL',
];

export class CountedShares1795773827838 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
