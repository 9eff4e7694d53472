import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE `totals_version` (`name` varchar(40) NOT NULL, `version` int NOT NULL, PRIMARY KEY (`name`)) ENGINE=InnoDB',
  'CREATE TABLE `care_benefit_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `kind` varchar(40) NOT NULL, `benefits` int NOT NULL, `amount` bigint NOT NULL, PRIMARY KEY (`unit_id`, `year`, `kind`)) ENGINE=InnoDB',
  'CREATE TABLE `health_insurance_card_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `cards` int NOT NULL, `premiums` bigint NOT NULL, PRIMARY KEY (`unit_id`, `year`)) ENGINE=InnoDB',
  'CREATE TABLE `housing_grant_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `legal_basis_code` varchar(40) NOT NULL, `kind` varchar(40) NOT NULL, `grants` int NOT NULL, `amount` bigint NOT NULL, PRIMARY KEY (`unit_id`, `year`, `legal_basis_code`, `kind`)) ENGINE=InnoDB',
  'CREATE TABLE `meritorious_record_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `category_id` varchar(40) NOT NULL, `recognized` int NOT NULL, `in_force` int NOT NULL, PRIMARY KEY (`unit_id`, `year`, `category_id`)) ENGINE=InnoDB',
  'CREATE TABLE `payment_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `category_id` varchar(40) NOT NULL, `channel` varchar(40) NOT NULL, `payments` int NOT NULL, `amount` bigint NOT NULL, PRIMARY KEY (`unit_id`, `year`, `category_id`, `channel`)) ENGINE=InnoDB',
  'DROP INDEX `IDX_5e95d57fbb78e94d25dc5097fa` ON `meritorious_record`',
  'DROP INDEX `IDX_39c22a73a10b83522014245f34` ON `care_benefit`',
  'DROP INDEX `IDX_520851d12b8833c74e35a5f705` ON `health_insurance_card`',
  'DROP INDEX `IDX_63ea706cd3b030dfc96032dff8` ON `housing_grant`',
  'DROP INDEX `IDX_f58f4ad0ba701c431009d675c8` ON `payment`',
  "ALTER TABLE `housing_grant_norm` ADD `position` int NOT NULL DEFAULT '0'",
];

export class AddTotals1795734810584 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
