import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS "territory" ("unit_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, PRIMARY KEY ("unit_id", "locality_id"))',
  'CREATE TABLE IF NOT EXISTS "loaded_sample" ("id" varchar(40) PRIMARY KEY NOT NULL, "version" varchar(40) NOT NULL, "scale" integer NOT NULL, "loaded_at" datetime NOT NULL, "rows" integer NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "standard_level" ("valid_from" date PRIMARY KEY NOT NULL, "valid_to" date, "monthly_amount" bigint NOT NULL, "legal_basis" varchar(200) NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "meritorious_category" ("id" varchar(40) PRIMARY KEY NOT NULL, "code" varchar(40) NOT NULL, "name" varchar(160) NOT NULL, "english_name" varchar(160) NOT NULL, "legal_basis" varchar(200) NOT NULL, "is_relative" boolean NOT NULL, "position" integer NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "meritorious_record" ("id" varchar(40) PRIMARY KEY NOT NULL, "person_id" varchar(40) NOT NULL, "category_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "injury_rate_percent" integer, "recognised_on" date NOT NULL, "decision_number" varchar(60), "status" varchar(40) NOT NULL, "ended_on" date, "relative_of_id" varchar(40), CONSTRAINT "FK_34558c0f82b7d987f9857d8b325" FOREIGN KEY ("category_id") REFERENCES "meritorious_category" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_b2e1d30f67b9916be78ec6de128" FOREIGN KEY ("relative_of_id") REFERENCES "meritorious_record" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE IF NOT EXISTS "allowance" ("id" varchar(40) PRIMARY KEY NOT NULL, "record_id" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "coefficient" decimal(7,3) NOT NULL, "one_off_amount" bigint, "valid_from" date NOT NULL, "valid_to" date, "legal_basis" varchar(200) NOT NULL, CONSTRAINT "FK_e6a974057fbf466a81b541c4f35" FOREIGN KEY ("record_id") REFERENCES "meritorious_record" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE IF NOT EXISTS "payment" ("id" varchar(40) PRIMARY KEY NOT NULL, "record_id" varchar(40) NOT NULL, "category_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "month" date NOT NULL, "year" integer NOT NULL, "amount" bigint NOT NULL, "channel" varchar(40) NOT NULL, "paid_on" date NOT NULL, CONSTRAINT "FK_d0ffdac274576b592e87ebc3b28" FOREIGN KEY ("record_id") REFERENCES "meritorious_record" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE INDEX IF NOT EXISTS "IDX_5a2611168654c28e0ed68b1852" ON "territory" ("locality_id", "unit_id")',
  'CREATE UNIQUE INDEX IF NOT EXISTS "IDX_869adb712aed3bb351f4871293" ON "meritorious_category" ("code")',
  'CREATE INDEX IF NOT EXISTS "IDX_b2e1d30f67b9916be78ec6de12" ON "meritorious_record" ("relative_of_id")',
  'CREATE INDEX IF NOT EXISTS "IDX_fb3c550c0d60b2fade9da3b136" ON "meritorious_record" ("locality_id", "category_id", "id", "recognised_on", "ended_on")',
  'CREATE INDEX IF NOT EXISTS "IDX_0b32be5b56345fce398fb502f7" ON "meritorious_record" ("person_id", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_df316d6e5743e0425c1eab4c50" ON "meritorious_record" ("status", "locality_id", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_e2f2e9407921c581150ffb6c6f" ON "meritorious_record" ("category_id", "locality_id", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_42cd66ba2b8219dcaaa2fd95ae" ON "meritorious_record" ("locality_id", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_f32a4b4bb8c96f3859850a80cd" ON "allowance" ("record_id", "valid_from", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_f58f4ad0ba701c431009d675c8" ON "payment" ("locality_id", "year", "category_id", "channel", "amount")',
  'CREATE INDEX IF NOT EXISTS "IDX_06edb5f6eca67f7a9f2c208cdf" ON "payment" ("record_id", "month", "id")',
];

export class Initial1795295773448 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
