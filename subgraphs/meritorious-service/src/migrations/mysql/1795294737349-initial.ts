import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS `territory` (`unit_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, INDEX `IDX_5a2611168654c28e0ed68b1852` (`locality_id`, `unit_id`), PRIMARY KEY (`unit_id`, `locality_id`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `meritorious_category` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `code` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `name` varchar(160) NOT NULL, `english_name` varchar(160) NOT NULL, `legal_basis` varchar(200) NOT NULL, `is_relative` tinyint NOT NULL, `position` int NOT NULL, UNIQUE INDEX `IDX_869adb712aed3bb351f4871293` (`code`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `meritorious_record` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `person_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `category_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `injury_rate_percent` int NULL, `recognised_on` date NOT NULL, `decision_number` varchar(60) NULL, `status` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `ended_on` date NULL, `relative_of_id` varchar(40) COLLATE "utf8mb4_bin" NULL, INDEX `IDX_b2e1d30f67b9916be78ec6de12` (`relative_of_id`), INDEX `IDX_fb3c550c0d60b2fade9da3b136` (`locality_id`, `category_id`, `id`, `recognised_on`, `ended_on`), INDEX `IDX_0b32be5b56345fce398fb502f7` (`person_id`, `id`), INDEX `IDX_df316d6e5743e0425c1eab4c50` (`status`, `locality_id`, `id`), INDEX `IDX_e2f2e9407921c581150ffb6c6f` (`category_id`, `locality_id`, `id`), INDEX `IDX_42cd66ba2b8219dcaaa2fd95ae` (`locality_id`, `id`), PRIMARY KEY (`id`), CONSTRAINT `FK_34558c0f82b7d987f9857d8b325` FOREIGN KEY (`category_id`) REFERENCES `meritorious_category`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT `FK_b2e1d30f67b9916be78ec6de128` FOREIGN KEY (`relative_of_id`) REFERENCES `meritorious_record`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `allowance` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `record_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `kind` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `coefficient` decimal(7,3) NOT NULL, `one_off_amount` bigint NULL, `valid_from` date NOT NULL, `valid_to` date NULL, `legal_basis` varchar(200) NOT NULL, INDEX `IDX_f32a4b4bb8c96f3859850a80cd` (`record_id`, `valid_from`, `id`), PRIMARY KEY (`id`), CONSTRAINT `FK_e6a974057fbf466a81b541c4f35` FOREIGN KEY (`record_id`) REFERENCES `meritorious_record`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `payment` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `record_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `category_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `month` date NOT NULL, `year` int NOT NULL, `amount` bigint NOT NULL, `channel` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `paid_on` date NOT NULL, INDEX `IDX_f58f4ad0ba701c431009d675c8` (`locality_id`, `year`, `category_id`, `channel`, `amount`), INDEX `IDX_06edb5f6eca67f7a9f2c208cdf` (`record_id`, `month`, `id`), PRIMARY KEY (`id`), CONSTRAINT `FK_d0ffdac274576b592e87ebc3b28` FOREIGN KEY (`record_id`) REFERENCES `meritorious_record`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
  "CREATE TABLE IF NOT EXISTS `standard_level` (`valid_from` date NOT NULL, `valid_to` date NULL, `monthly_amount` bigint NOT NULL, `legal_basis` varchar(200) NOT NULL, PRIMARY KEY (`valid_from`)) ENGINE=InnoDB",
];

export class Initial1795294737349 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
