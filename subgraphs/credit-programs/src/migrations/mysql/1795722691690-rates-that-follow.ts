import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE `preferred_rate` (`program_id` varchar(40) NOT NULL, `borrowers` varchar(40) NOT NULL, `valid_from` date NOT NULL, `valid_to` date NULL, `rate_base_program_id` varchar(40) NOT NULL, `percent_of_base_rate` decimal(6,2) NOT NULL, `legal_basis` varchar(200) NOT NULL, PRIMARY KEY (`program_id`, `borrowers`, `valid_from`), CONSTRAINT `FK_76436e561aa2c3cf8c05521f568` FOREIGN KEY (`program_id`) REFERENCES `credit_program`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT `FK_2dcd592e1c3b800d3946d27422d` FOREIGN KEY (`rate_base_program_id`) REFERENCES `credit_program`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION) ENGINE=InnoDB',
  // One statement: after an interruption MariaDB does not name a foreign key that is there already (errno 121).
  'ALTER TABLE `credit_terms` ADD `rate_base_program_id` varchar(40) NULL, ADD CONSTRAINT `FK_9043a6b0b329a334509a83017ac` FOREIGN KEY (`rate_base_program_id`) REFERENCES `credit_program`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE `credit_terms` ADD `percent_of_base_rate` decimal(6,2) NULL',
  'ALTER TABLE `credit_terms` ADD `maximum_firm_principal` bigint NULL',
  'ALTER TABLE `credit_terms` CHANGE `annual_rate_percent` `annual_rate_percent` decimal(6,3) NULL',
  'ALTER TABLE `loan` CHANGE `annual_rate_percent` `annual_rate_percent` decimal(6,3) NOT NULL',
];

export class RatesThatFollow1795722691690 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
