import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS `eligibility_rule` (`program_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `rule` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `valid_from` date NOT NULL, `valid_to` date NULL, `classes` text NULL, `months` int NULL, `proof` varchar(300) NULL, `legal_basis` varchar(200) NOT NULL, PRIMARY KEY (`program_id`, `rule`, `valid_from`), CONSTRAINT `FK_9e56c7aff953269cc2e7e31d451` FOREIGN KEY (`program_id`) REFERENCES `credit_program`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `credit_package_volume` (`program_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `valid_from` date NOT NULL, `valid_to` date NULL, `volume` bigint NOT NULL, `legal_basis` varchar(200) NOT NULL, PRIMARY KEY (`program_id`, `valid_from`), CONSTRAINT `FK_812ee67713e4a99a488b137d8be` FOREIGN KEY (`program_id`) REFERENCES `credit_program`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
  'ALTER TABLE `loan` ADD `entrusted_organisation` varchar(40) COLLATE "utf8mb4_bin" NULL',
  "ALTER TABLE `loan_year_end` ADD `status` varchar(40) COLLATE \"utf8mb4_bin\" NOT NULL DEFAULT 'CURRENT'",
  'ALTER TABLE `loan_year_end` ADD `savings_group_id` varchar(40) COLLATE "utf8mb4_bin" NULL',
  'ALTER TABLE `loan_year_end` ADD `entrusted_organisation` varchar(40) COLLATE "utf8mb4_bin" NULL',
  'ALTER TABLE `loan_year_end` ADD `transaction_office_id` varchar(40) COLLATE "utf8mb4_bin" NULL',
  'CREATE INDEX IF NOT EXISTS `IDX_5fefb8bfe07bf8d8fdc9b452b9` ON `savings_group` (`transaction_office_id`, `locality_id`, `id`)',
  'CREATE INDEX IF NOT EXISTS `IDX_8028063cc42f55c188d0643a9d` ON `savings_group` (`entrusted_organisation`, `locality_id`, `id`)',
  'CREATE INDEX IF NOT EXISTS `IDX_f5292cda700a88efcae80eb687` ON `loan` (`transaction_office_id`, `locality_id`, `disbursed_on`, `id`)',
  'CREATE INDEX IF NOT EXISTS `IDX_b2da79aca1fb3ccdb64542a8c3` ON `loan` (`entrusted_organisation`, `locality_id`, `disbursed_on`, `id`)',
  'CREATE INDEX IF NOT EXISTS `IDX_4858aea1614ae60d344c4918b3` ON `loan` (`savings_group_id`, `locality_id`, `disbursed_on`, `id`)',
  'CREATE INDEX IF NOT EXISTS `IDX_6e5f00306ee9dde662b2e7c6f2` ON `loan_year_end` (`transaction_office_id`, `year`, `household_id`, `outstanding`, `overdue`)',
  'CREATE INDEX IF NOT EXISTS `IDX_c85e82a57134970ebee5c72376` ON `loan_year_end` (`savings_group_id`, `year`, `household_id`, `outstanding`, `overdue`)',
];

export class EligibilityDebtsPackage1795296992800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
