import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE `population_total` (`locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `year` int NOT NULL, `people` int NOT NULL, `ethnic_minority_people` int NOT NULL, `ethnic_minority_households` int NOT NULL, PRIMARY KEY (`locality_id`, `year`)) ENGINE=InnoDB',
  'CREATE TABLE `extremely_difficult_area` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `unit_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `village` varchar(120) NULL, `valid_from` date NULL, `valid_to` date NULL, `legal_basis` varchar(300) NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB',
  'ALTER TABLE `target` ADD `reached_year` int NULL',
];

export class PopulationAndTargets1795722500000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
