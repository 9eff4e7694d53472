import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "totals_version" ("name" varchar(40) PRIMARY KEY NOT NULL, "version" integer NOT NULL)',
  'CREATE TABLE "care_benefit_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "kind" varchar(40) NOT NULL, "benefits" integer NOT NULL, "amount" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "kind"))',
  'CREATE TABLE "health_insurance_card_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "cards" integer NOT NULL, "premiums" bigint NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "housing_grant_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "legal_basis_code" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "grants" integer NOT NULL, "amount" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "legal_basis_code", "kind"))',
  'CREATE TABLE "meritorious_record_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "category_id" varchar(40) NOT NULL, "recognized" integer NOT NULL, "in_force" integer NOT NULL, PRIMARY KEY ("unit_id", "year", "category_id"))',
  'CREATE TABLE "payment_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "category_id" varchar(40) NOT NULL, "channel" varchar(40) NOT NULL, "payments" integer NOT NULL, "amount" bigint NOT NULL, PRIMARY KEY ("unit_id", "year", "category_id", "channel"))',
  'DROP INDEX "IDX_5e95d57fbb78e94d25dc5097fa"',
  'DROP INDEX "IDX_39c22a73a10b83522014245f34"',
  'DROP INDEX "IDX_520851d12b8833c74e35a5f705"',
  'DROP INDEX "IDX_63ea706cd3b030dfc96032dff8"',
  'DROP INDEX "IDX_f58f4ad0ba701c431009d675c8"',
  'ALTER TABLE "housing_grant_norm" ADD COLUMN "position" integer NOT NULL DEFAULT (0)',
];

export class AddTotals1795734810584 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
