import { fillSortKeys } from "@an-sinh/subgraph-kit/database/fill-sort-keys";
import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'DROP INDEX "IDX_f0e2554fce9fba532473f518b7"',
  `ALTER TABLE "social_housing_project" ADD COLUMN "name_order" varchar(500) NOT NULL DEFAULT ('')`,
  'CREATE INDEX "IDX_afded26630e954cb49645e04e6" ON "social_housing_project" ("name_order", "id")',
];

export class AddNameOrder1795722442383 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runStatements(runner, statements);
    await fillSortKeys(runner, "social_housing_project", { name: "name", sortKey: "name_order" });
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
