import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE `totals_version` (`name` varchar(40) NOT NULL, `version` int NOT NULL, PRIMARY KEY (`name`)) ENGINE=InnoDB',
  'CREATE TABLE `class_change_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `standard_id` varchar(40) NOT NULL, `previous_standard_id` varchar(40) NOT NULL, `escaped` int NOT NULL, `no_longer_poor` int NOT NULL, `fell` int NOT NULL, `relapsed` int NOT NULL, `relapsed_under_standard` int NOT NULL, PRIMARY KEY (`unit_id`, `year`, `standard_id`, `previous_standard_id`)) ENGINE=InnoDB',
  'CREATE TABLE `class_total` (`unit_id` varchar(40) NOT NULL, `standard_id` varchar(40) NOT NULL, `year` int NOT NULL, `poor` int NOT NULL, `near_poor` int NOT NULL, `newly_escaped` int NOT NULL, `minority_poor` int NOT NULL, `minority_near_poor` int NOT NULL, PRIMARY KEY (`unit_id`, `standard_id`, `year`)) ENGINE=InnoDB',
  'DROP INDEX `IDX_68caf509bb204fc52448886c69` ON `household_classification`',
  'ALTER TABLE `household_classification` ADD `is_minority` tinyint NOT NULL DEFAULT 0',
  'CREATE INDEX `IDX_f8a50a4a5b153c28c7bdec4547` ON `household_classification` (`locality_id`, `standard_id`, `since`, `until`)',
  "UPDATE household_classification SET is_minority = 1 WHERE household_id IN (SELECT id FROM household WHERE ethnic_group <> 'Kinh')",
];

export class ClassTotals1795734447799 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
