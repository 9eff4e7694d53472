import { fillSearchedTexts } from "@an-sinh/subgraph-kit/database/fill-sort-keys";
import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  "ALTER TABLE `administrative_unit` ADD `searched_name` varchar(122) NOT NULL DEFAULT ''",
];

export class SearchUnits1795812000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runStatements(runner, statements);
    await fillSearchedTexts(runner, "administrative_unit", { name: "name", searched: "searched_name" });
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
