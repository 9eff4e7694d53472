import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'DROP TABLE IF EXISTS `borrower_total`',
  'DROP INDEX `IDX_215cd5bb3e112f65c21615a018` ON `unit_savings_group_total`',
  'ALTER TABLE `balance_total` ADD `borrowers` int NOT NULL',
  'CREATE INDEX `IDX_abba31b944322624b3d48d2fb2` ON `unit_savings_group_total` (`unit_id`, `year`, `minus_overdue`, `savings_group_id`)',
  "DELETE FROM totals_version WHERE name = 'borrower_total'",
];

export class SlimmerTotals1795746869034 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
