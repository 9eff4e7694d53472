import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS `household_unit` (`unit_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `code` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, PRIMARY KEY (`unit_id`, `code`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `figure_qualifier` (`qualifier` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `comparison` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `tolerance_percent` decimal(6,2) NULL, PRIMARY KEY (`qualifier`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `published_figure` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `unit_id` varchar(40) COLLATE "utf8mb4_bin" NULL, `programme` varchar(120) COLLATE "utf8mb4_bin" NOT NULL, `indicator` varchar(160) NOT NULL, `period` varchar(60) NOT NULL, `as_of` date NULL, `value` decimal(20,3) NOT NULL, `unit` varchar(60) NOT NULL, `qualifier` varchar(200) NULL, `standard` varchar(120) NULL, `source` varchar(200) NOT NULL, INDEX `IDX_50d687a06e0399a47f2f67174f` (`programme`, `id`), INDEX `IDX_7fd0c9880d1486c4ae4a53a990` (`unit_id`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `school_milk_term` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `unit_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `is_for_policy_children` tinyint NOT NULL, `budget_percent` int NOT NULL, `parents_percent` int NOT NULL, `suppliers_percent` int NOT NULL, `youngest_age` int NOT NULL, `oldest_age` int NOT NULL, `valid_from` date NOT NULL, `valid_to` date NULL, `legal_basis` varchar(200) NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB',
  'ALTER TABLE `person` ADD `is_disabled` tinyint NOT NULL DEFAULT 0',
  'ALTER TABLE `person` ADD `is_orphan` tinyint NOT NULL DEFAULT 0',
  "ALTER TABLE `poverty_standard` ADD `counted_deprivations` int NOT NULL DEFAULT '4095'",
  'CREATE INDEX IF NOT EXISTS `IDX_16abdaf21caeb73c3534c61660` ON `household` (`ethnic_group`, `code`)',
];

export class Figures1795297134000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
