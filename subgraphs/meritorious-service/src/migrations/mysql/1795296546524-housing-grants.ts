import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS `housing_grant_norm` (`legal_basis_code` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `kind` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `amount` bigint NOT NULL, `legal_basis` varchar(200) NOT NULL, PRIMARY KEY (`legal_basis_code`, `kind`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `housing_grant` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `household_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `person_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `record_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `kind` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `amount` bigint NOT NULL, `decision_number` varchar(60) NULL, `legal_basis` varchar(200) NOT NULL, `legal_basis_code` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `granted_on` date NOT NULL, `completed_on` date NULL, INDEX `IDX_63ea706cd3b030dfc96032dff8` (`locality_id`, `granted_on`, `legal_basis_code`, `kind`, `amount`), INDEX `IDX_b794d8821bd5c6fe8b4e91d06f` (`record_id`, `granted_on`, `id`), INDEX `IDX_fab86049818fcc920a60506551` (`household_id`, `granted_on`, `id`), PRIMARY KEY (`id`), CONSTRAINT `FK_0fbd6995db224e7dd5613e799a3` FOREIGN KEY (`record_id`) REFERENCES `meritorious_record`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
];

export class HousingGrants1795296546524 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
