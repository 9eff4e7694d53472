import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'ALTER TABLE `balance_total` ADD `overdue_loans` int NOT NULL',
  'ALTER TABLE `balance_total` ADD `overdue_households` int NOT NULL',
  'ALTER TABLE `housing_package_balance_total` ADD `loans` int NOT NULL',
];

export class CountedLoans1795773494675 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
