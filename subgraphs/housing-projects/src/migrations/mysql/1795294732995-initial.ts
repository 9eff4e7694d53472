import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS `territory` (`unit_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, INDEX `IDX_5a2611168654c28e0ed68b1852` (`locality_id`, `unit_id`), PRIMARY KEY (`unit_id`, `locality_id`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `social_housing_project` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `name` varchar(160) NOT NULL, `locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `commune_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `developer` varchar(160) NOT NULL, `audience` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `land_area_hectares` decimal(8,2) NOT NULL, `planned_apartments` int NOT NULL, `planned_capacity_people` int NOT NULL, `status` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `decision_number` varchar(60) NULL, `approved_on` date NULL, `approval_order` date NOT NULL, INDEX `IDX_7909f97a1312edc5080c02fbfa` (`locality_id`, `approved_on`, `land_area_hectares`, `planned_apartments`), INDEX `IDX_5aab34d45c38bca16989a20da3` (`planned_apartments`, `id`), INDEX `IDX_e70e8c66b199f7f6093181682a` (`approval_order`, `id`), INDEX `IDX_f0e2554fce9fba532473f518b7` (`name`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `apartment_completion` (`project_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `phase` int NOT NULL, `completed_on` date NOT NULL, `apartments` int NOT NULL, INDEX `IDX_fdbbb276b163f19b45047e37e4` (`project_id`, `completed_on`, `apartments`), PRIMARY KEY (`project_id`, `phase`), CONSTRAINT `FK_f7ab2f4456d9992f048a6048a48` FOREIGN KEY (`project_id`) REFERENCES `social_housing_project`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `land_reservation` (`locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `reserved_on` date NOT NULL, `hectares` decimal(8,2) NOT NULL, PRIMARY KEY (`locality_id`, `reserved_on`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `living_area` (`unit_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `year` int NOT NULL, `square_metres_per_person` decimal(5,1) NOT NULL, PRIMARY KEY (`unit_id`, `year`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `housing_support` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `household_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `locality_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `programme` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `kind` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `amount` bigint NOT NULL, `decision_number` varchar(60) NULL, `decided_on` date NOT NULL, `completed_on` date NULL, INDEX `IDX_3a2d3a08b8494779daf8bcbcd3` (`locality_id`, `completed_on`, `programme`, `kind`, `amount`), INDEX `IDX_b29dfe40ea6149ae85e4d7acde` (`household_id`, `decided_on`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `funding_share` (`support_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `source` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `amount` bigint NOT NULL, PRIMARY KEY (`support_id`, `source`), CONSTRAINT `FK_3a79eab1a5b43d3b40b80dcaebe` FOREIGN KEY (`support_id`) REFERENCES `housing_support`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
  'CREATE TABLE IF NOT EXISTS `social_housing_application` (`id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `project_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `person_id` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `household_id` varchar(40) COLLATE "utf8mb4_bin" NULL, `applicant_group` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `status` varchar(40) COLLATE "utf8mb4_bin" NOT NULL, `submitted_on` date NOT NULL, `decided_on` date NULL, INDEX `IDX_365f58be234f88b1eaac13fe16` (`person_id`, `submitted_on`, `id`), INDEX `IDX_84d5bea1bcfd8147cf9d9a5029` (`project_id`, `submitted_on`, `id`), PRIMARY KEY (`id`), CONSTRAINT `FK_6d8bbfcf841889c459ac2f56a51` FOREIGN KEY (`project_id`) REFERENCES `social_housing_project`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
];

export class Initial1795294732995 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
