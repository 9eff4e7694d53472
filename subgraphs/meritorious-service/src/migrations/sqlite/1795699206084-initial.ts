import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "territory" ("unit_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, PRIMARY KEY ("unit_id", "locality_id"))',
  'CREATE TABLE "loaded_sample" ("id" varchar(40) PRIMARY KEY NOT NULL, "version" varchar(40) NOT NULL, "scale" integer NOT NULL, "loaded_at" datetime NOT NULL, "rows" integer NOT NULL)',
  'CREATE TABLE "responsible_agency" ("valid_from" date PRIMARY KEY NOT NULL, "valid_to" date, "name" varchar(160) NOT NULL, "english_name" varchar(160) NOT NULL, "legal_basis" varchar(200) NOT NULL)',
  'CREATE TABLE "standard_level" ("valid_from" date PRIMARY KEY NOT NULL, "valid_to" date, "monthly_amount" bigint NOT NULL, "legal_basis" varchar(200) NOT NULL)',
  'CREATE TABLE "meritorious_category" ("id" varchar(40) PRIMARY KEY NOT NULL, "code" varchar(40) NOT NULL, "name" varchar(160) NOT NULL, "english_name" varchar(160) NOT NULL, "legal_basis" varchar(200) NOT NULL, "is_relative" boolean NOT NULL, "position" integer NOT NULL)',
  'CREATE TABLE "meritorious_record" ("id" varchar(40) PRIMARY KEY NOT NULL, "person_id" varchar(40) NOT NULL, "category_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "injury_rate_percent" integer, "recognized_on" date NOT NULL, "decision_number" varchar(60), "status" varchar(40) NOT NULL, "ended_on" date, "relative_of_id" varchar(40), CONSTRAINT "FK_34558c0f82b7d987f9857d8b325" FOREIGN KEY ("category_id") REFERENCES "meritorious_category" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_b2e1d30f67b9916be78ec6de128" FOREIGN KEY ("relative_of_id") REFERENCES "meritorious_record" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "care_benefit" ("id" varchar(40) PRIMARY KEY NOT NULL, "record_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "year" integer NOT NULL, "amount" bigint NOT NULL, "paid_on" date NOT NULL, "legal_basis" varchar(200) NOT NULL, CONSTRAINT "FK_b3e6142b811963d0efcfc73844d" FOREIGN KEY ("record_id") REFERENCES "meritorious_record" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "care_norm" ("kind" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "coefficient" decimal(7,3), "fixed_amount" bigint, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("kind", "valid_from"))',
  'CREATE TABLE "allowance" ("id" varchar(40) PRIMARY KEY NOT NULL, "record_id" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "coefficient" decimal(7,3) NOT NULL, "one_off_amount" bigint, "valid_from" date NOT NULL, "valid_to" date, "legal_basis" varchar(200) NOT NULL, CONSTRAINT "FK_e6a974057fbf466a81b541c4f35" FOREIGN KEY ("record_id") REFERENCES "meritorious_record" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "health_insurance_card" ("id" varchar(40) PRIMARY KEY NOT NULL, "record_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "year" integer NOT NULL, "premium" bigint NOT NULL, "valid_from" date NOT NULL, "valid_to" date NOT NULL, "legal_basis" varchar(200) NOT NULL, CONSTRAINT "FK_7df2adfaaa930cab5253843cd28" FOREIGN KEY ("record_id") REFERENCES "meritorious_record" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "housing_grant_norm" ("legal_basis_code" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "amount" bigint NOT NULL, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("legal_basis_code", "kind"))',
  'CREATE TABLE "housing_grant" ("id" varchar(40) PRIMARY KEY NOT NULL, "household_id" varchar(40) NOT NULL, "person_id" varchar(40) NOT NULL, "record_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "amount" bigint NOT NULL, "decision_number" varchar(60), "legal_basis" varchar(200) NOT NULL, "legal_basis_code" varchar(40) NOT NULL, "granted_on" date NOT NULL, "completed_on" date, CONSTRAINT "FK_0fbd6995db224e7dd5613e799a3" FOREIGN KEY ("record_id") REFERENCES "meritorious_record" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "payment" ("id" varchar(40) PRIMARY KEY NOT NULL, "record_id" varchar(40) NOT NULL, "category_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "month" date NOT NULL, "year" integer NOT NULL, "amount" bigint NOT NULL, "channel" varchar(40) NOT NULL, "paid_on" date NOT NULL, CONSTRAINT "FK_d0ffdac274576b592e87ebc3b28" FOREIGN KEY ("record_id") REFERENCES "meritorious_record" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE INDEX "IDX_5a2611168654c28e0ed68b1852" ON "territory" ("locality_id", "unit_id")',
  'CREATE UNIQUE INDEX "IDX_869adb712aed3bb351f4871293" ON "meritorious_category" ("code")',
  'CREATE INDEX "IDX_b2e1d30f67b9916be78ec6de12" ON "meritorious_record" ("relative_of_id")',
  'CREATE INDEX "IDX_5e95d57fbb78e94d25dc5097fa" ON "meritorious_record" ("locality_id", "category_id", "id", "recognized_on", "ended_on")',
  'CREATE INDEX "IDX_0b32be5b56345fce398fb502f7" ON "meritorious_record" ("person_id", "id")',
  'CREATE INDEX "IDX_df316d6e5743e0425c1eab4c50" ON "meritorious_record" ("status", "locality_id", "id")',
  'CREATE INDEX "IDX_e2f2e9407921c581150ffb6c6f" ON "meritorious_record" ("category_id", "locality_id", "id")',
  'CREATE INDEX "IDX_42cd66ba2b8219dcaaa2fd95ae" ON "meritorious_record" ("locality_id", "id")',
  'CREATE INDEX "IDX_39c22a73a10b83522014245f34" ON "care_benefit" ("locality_id", "year", "kind", "amount")',
  'CREATE INDEX "IDX_b4ffc2732ef45178c9cd7f6339" ON "care_benefit" ("record_id", "paid_on", "id")',
  'CREATE INDEX "IDX_f32a4b4bb8c96f3859850a80cd" ON "allowance" ("record_id", "valid_from", "id")',
  'CREATE INDEX "IDX_520851d12b8833c74e35a5f705" ON "health_insurance_card" ("locality_id", "year", "premium")',
  'CREATE INDEX "IDX_f25006d44193805c2d07d28cd9" ON "health_insurance_card" ("record_id", "valid_from", "id")',
  'CREATE INDEX "IDX_63ea706cd3b030dfc96032dff8" ON "housing_grant" ("locality_id", "granted_on", "legal_basis_code", "kind", "amount")',
  'CREATE INDEX "IDX_b794d8821bd5c6fe8b4e91d06f" ON "housing_grant" ("record_id", "granted_on", "id")',
  'CREATE INDEX "IDX_fab86049818fcc920a60506551" ON "housing_grant" ("household_id", "granted_on", "id")',
  'CREATE INDEX "IDX_f58f4ad0ba701c431009d675c8" ON "payment" ("locality_id", "year", "category_id", "channel", "amount")',
  'CREATE INDEX "IDX_06edb5f6eca67f7a9f2c208cdf" ON "payment" ("record_id", "month", "id")',
];

export class Initial1795699206084 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
