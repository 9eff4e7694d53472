import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE `translation` (`language` varchar(40) NOT NULL, `text` varchar(400) NOT NULL, `translation` varchar(800) NOT NULL, PRIMARY KEY (`language`, `text`)) ENGINE=InnoDB',
];

export class Translations1795822400003 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
