import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE `base_pay` (`valid_from` date NOT NULL, `valid_to` date NULL, `monthly_amount` bigint NOT NULL, `legal_basis` varchar(200) NOT NULL, PRIMARY KEY (`valid_from`)) ENGINE=InnoDB',
  'CREATE TABLE `health_insurance_norm` (`valid_from` date NOT NULL, `valid_to` date NULL, `percent_of_base_pay` decimal(5,2) NOT NULL, `legal_basis` varchar(200) NOT NULL, PRIMARY KEY (`valid_from`)) ENGINE=InnoDB',
  "ALTER TABLE `standard_level` ADD `rounded_to` bigint NOT NULL DEFAULT '1'",
  'ALTER TABLE `standard_level` ADD `rounding_legal_basis` varchar(200) NULL',
  "ALTER TABLE `care_norm` ADD `position` int NOT NULL DEFAULT '1'",
  // One statement, so that it can be run again after an interruption.
  'ALTER TABLE `care_norm` DROP PRIMARY KEY, ADD PRIMARY KEY (`kind`, `valid_from`, `position`)',
  'ALTER TABLE `care_norm` ADD `category_ids` text NULL',
  'ALTER TABLE `care_norm` ADD `minimum_injury_rate_percent` int NULL',
  'ALTER TABLE `care_norm` ADD `multiple_of` varchar(40) COLLATE "utf8mb4_bin" NULL',
  // Until now all multiples were of the standard level.
  "UPDATE care_norm SET multiple_of = 'STANDARD_LEVEL' WHERE coefficient IS NOT NULL",
];

export class LawOfTheDay1795721683617 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
