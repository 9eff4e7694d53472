import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'ALTER TABLE `poverty_standard` ADD `reviewed_from` date NULL',
  'ALTER TABLE `poverty_standard` ADD `rural_poor_line` bigint NULL',
  'ALTER TABLE `poverty_standard` ADD `urban_poor_line` bigint NULL',
];

export class PovertyStandardReviews1795723517718 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
