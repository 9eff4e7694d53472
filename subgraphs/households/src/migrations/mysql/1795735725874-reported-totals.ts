import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE `unit_population_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `localities` int NOT NULL, `people` int NOT NULL, `ethnic_minority_people` int NOT NULL, `ethnic_minority_households` int NOT NULL, PRIMARY KEY (`unit_id`, `year`)) ENGINE=InnoDB',
  'CREATE TABLE `assisted_people_total` (`unit_id` varchar(40) NOT NULL, `program_code` varchar(40) NOT NULL, `from_year` int NOT NULL, `to_year` int NOT NULL, `previous_to_year` int NOT NULL, `people` int NOT NULL, PRIMARY KEY (`unit_id`, `program_code`, `from_year`, `to_year`, `previous_to_year`)) ENGINE=InnoDB',
  'CREATE TABLE `granted_assistance_total` (`unit_id` varchar(40) NOT NULL, `program_code` varchar(40) NOT NULL, `from_year` int NOT NULL, `to_year` int NOT NULL, `previous_to_year` int NOT NULL, `households` int NOT NULL, `recipient_households` int NOT NULL, `amount` bigint NOT NULL, `yearly_amount` bigint NOT NULL, `missing_in_first_year` bigint NOT NULL, `missing_in_last_year` bigint NOT NULL, PRIMARY KEY (`unit_id`, `program_code`, `from_year`, `to_year`, `previous_to_year`)) ENGINE=InnoDB',
  'CREATE TABLE `reported_assistance_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `program_code` varchar(40) NOT NULL, `recipient_unit` varchar(40) NOT NULL, `reports` int NOT NULL, `recipients` int NOT NULL, `amount` bigint NOT NULL, PRIMARY KEY (`unit_id`, `year`, `program_code`, `recipient_unit`)) ENGINE=InnoDB',
  'CREATE TABLE `livelihood_model_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `models` int NOT NULL, `budget` bigint NOT NULL, PRIMARY KEY (`unit_id`, `year`)) ENGINE=InnoDB',
  'CREATE TABLE `participants_total` (`livelihood_model_id` varchar(40) NOT NULL, `households` int NOT NULL, PRIMARY KEY (`livelihood_model_id`)) ENGINE=InnoDB',
  'CREATE TABLE `fund_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `funds` int NOT NULL, `received` bigint NOT NULL, `spent` bigint NOT NULL, PRIMARY KEY (`unit_id`, `year`)) ENGINE=InnoDB',
  'CREATE TABLE `unit_household_total` (`unit_id` varchar(40) NOT NULL, `year` int NOT NULL, `localities` int NOT NULL, `households` int NOT NULL, PRIMARY KEY (`unit_id`, `year`)) ENGINE=InnoDB',
  'CREATE TABLE `capital_total` (`unit_id` varchar(40) NOT NULL, `sub_project_id` varchar(40) NOT NULL, `source` varchar(40) NOT NULL, `year` int NOT NULL, `allocations` int NOT NULL, `allocated` bigint NOT NULL, `disbursed` bigint NOT NULL, PRIMARY KEY (`unit_id`, `sub_project_id`, `source`, `year`)) ENGINE=InnoDB',
  'DROP INDEX `IDX_65c79e9f3b192113b2a389cf28` ON `livelihood_model`',
  'DROP INDEX `IDX_4946405fe76f51449e2ab935be` ON `assistance`',
];

export class ReportedTotals1795735725874 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
