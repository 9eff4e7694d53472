import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'ALTER TABLE `assistance_level` ADD `is_only_without_pension` tinyint NOT NULL DEFAULT 0',
  'ALTER TABLE `support_top_up` ADD `began_on` date NULL',
  'ALTER TABLE `school_milk_term` CHANGE `is_for_policy_children` `is_for_policy_children` tinyint NULL',
];

export class AssistanceTerms1795724382124 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
