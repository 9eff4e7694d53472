import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS `responsible_agency` (`valid_from` date NOT NULL, `valid_to` date NULL, `name` varchar(160) NOT NULL, `english_name` varchar(160) NOT NULL, `legal_basis` varchar(200) NOT NULL, PRIMARY KEY (`valid_from`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `care_benefit` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `record_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `kind` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `year` int NOT NULL, `amount` bigint NOT NULL, `paid_on` date NOT NULL, `legal_basis` varchar(200) NOT NULL, INDEX `IDX_39c22a73a10b83522014245f34` (`locality_id`, `year`, `kind`, `amount`), INDEX `IDX_b4ffc2732ef45178c9cd7f6339` (`record_id`, `paid_on`, `id`), PRIMARY KEY (`id`), CONSTRAINT `FK_b3e6142b811963d0efcfc73844d` FOREIGN KEY (`record_id`) REFERENCES `meritorious_record`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `care_norm` (`kind` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `valid_from` date NOT NULL, `valid_to` date NULL, `coefficient` decimal(7,3) NULL, `fixed_amount` bigint NULL, `legal_basis` varchar(200) NOT NULL, PRIMARY KEY (`kind`, `valid_from`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `health_insurance_card` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `record_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `year` int NOT NULL, `premium` bigint NOT NULL, `valid_from` date NOT NULL, `valid_to` date NOT NULL, `legal_basis` varchar(200) NOT NULL, INDEX `IDX_520851d12b8833c74e35a5f705` (`locality_id`, `year`, `premium`), INDEX `IDX_f25006d44193805c2d07d28cd9` (`record_id`, `valid_from`, `id`), PRIMARY KEY (`id`), CONSTRAINT `FK_7df2adfaaa930cab5253843cd28` FOREIGN KEY (`record_id`) REFERENCES `meritorious_record`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
];

export class CareBenefits1795296921227 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
