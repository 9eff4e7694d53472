import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS "assistance_programme" ("code" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "kind" varchar(40) NOT NULL, "legal_basis" varchar(300) NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "livelihood_model" ("id" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "locality_id" varchar(40) NOT NULL, "started_on" date NOT NULL, "budget" bigint NOT NULL, "decision_number" varchar(60))',
  'CREATE TABLE IF NOT EXISTS "assistance" ("id" varchar(40) PRIMARY KEY NOT NULL, "household_id" varchar(40) NOT NULL, "person_id" varchar(40), "locality_id" varchar(40) NOT NULL, "programme_code" varchar(40) NOT NULL, "livelihood_model_id" varchar(40), "amount" bigint NOT NULL, "is_monthly" boolean NOT NULL, "coefficient" decimal(4,2), "quantity" integer, "from_on" date NOT NULL, "to_on" date, "decision_number" varchar(60), CONSTRAINT "FK_aa9f419027c768331d86ea6d05b" FOREIGN KEY ("household_id") REFERENCES "household" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_988c4a279f475ce0c3ef5553a8c" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_d0b881d6de650f380732056380b" FOREIGN KEY ("programme_code") REFERENCES "assistance_programme" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_e15f7babe8fddeac1171fbd9e45" FOREIGN KEY ("livelihood_model_id") REFERENCES "livelihood_model" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE IF NOT EXISTS "assistance_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "programme_code" varchar(40) NOT NULL, "recipient_unit" varchar(40) NOT NULL, "recipients" integer NOT NULL, "amount" bigint NOT NULL, CONSTRAINT "FK_7740d7af307e108554d3a5f096a" FOREIGN KEY ("programme_code") REFERENCES "assistance_programme" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("unit_id", "year", "programme_code", "recipient_unit"))',
  'CREATE TABLE IF NOT EXISTS "assistance_level" ("programme_code" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "monthly_amount" bigint NOT NULL, "minimum_age" integer, "minimum_age_if_poor" integer, "legal_basis" varchar(300) NOT NULL, "remark" varchar(300), CONSTRAINT "FK_0934d7b5d1ae2f42eefc444cc58" FOREIGN KEY ("programme_code") REFERENCES "assistance_programme" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("programme_code", "valid_from"))',
  'CREATE TABLE IF NOT EXISTS "fund_for_the_poor_year" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "received" bigint NOT NULL, "spent" bigint NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE IF NOT EXISTS "labour_year" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "new_jobs" integer, "trained_worker_rate_percent" decimal(5,2), PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE IF NOT EXISTS "national_programme" ("code" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(200) NOT NULL, "from_year" integer NOT NULL, "to_year" integer NOT NULL, "legal_basis" varchar(300) NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "component_project" ("id" varchar(40) PRIMARY KEY NOT NULL, "programme_code" varchar(40) NOT NULL, "number" integer NOT NULL, "name" varchar(200) NOT NULL, CONSTRAINT "FK_52f7a5d1dd992139b7d28d2433b" FOREIGN KEY ("programme_code") REFERENCES "national_programme" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE IF NOT EXISTS "sub_project" ("id" varchar(40) PRIMARY KEY NOT NULL, "component_project_id" varchar(40) NOT NULL, "number" integer NOT NULL, "name" varchar(200) NOT NULL, CONSTRAINT "FK_c7dac6ac0a3037b0c51c254141d" FOREIGN KEY ("component_project_id") REFERENCES "component_project" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE IF NOT EXISTS "capital_year" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "sub_project_id" varchar(40) NOT NULL, "source" varchar(40) NOT NULL, "allocated" bigint NOT NULL, "disbursed" bigint NOT NULL, CONSTRAINT "FK_887215b8c49beba9ce05c42e0be" FOREIGN KEY ("sub_project_id") REFERENCES "sub_project" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("unit_id", "year", "sub_project_id", "source"))',
  'CREATE TABLE IF NOT EXISTS "support_top_up" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40) NOT NULL, "support" varchar(160) NOT NULL, "programme_code" varchar(40), "from_year" integer NOT NULL, "to_year" integer NOT NULL, "times_central" decimal(5,3) NOT NULL, "legal_basis" varchar(300) NOT NULL, CONSTRAINT "FK_234d4724d3170fd195f8f1dfc0d" FOREIGN KEY ("programme_code") REFERENCES "assistance_programme" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE IF NOT EXISTS "target" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40) NOT NULL, "indicator" varchar(60) NOT NULL, "from_year" integer NOT NULL, "to_year" integer NOT NULL, "planned" decimal(12,3) NOT NULL, "stated_achieved" decimal(12,3), "legal_basis" varchar(300) NOT NULL)',
  'CREATE INDEX IF NOT EXISTS "IDX_65c79e9f3b192113b2a389cf28" ON "livelihood_model" ("locality_id", "started_on", "budget")',
  'CREATE INDEX IF NOT EXISTS "IDX_9a99bc8ca8b14085bc9ed8ae3f" ON "assistance" ("livelihood_model_id", "household_id")',
  'CREATE INDEX IF NOT EXISTS "IDX_7c823b7c0fe1d186f65f7290d0" ON "assistance" ("locality_id", "from_on", "to_on", "programme_code")',
  'CREATE INDEX IF NOT EXISTS "IDX_e015beb08df8403c3e8aacc01d" ON "assistance" ("person_id", "from_on", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_3696f8338c89587559b49d430f" ON "assistance" ("household_id", "from_on", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_e30a7d99c3eaa50a69cea70757" ON "component_project" ("programme_code", "number")',
  'CREATE INDEX IF NOT EXISTS "IDX_7c97e00bca90851198739d9a9d" ON "sub_project" ("component_project_id", "number")',
  'CREATE INDEX IF NOT EXISTS "IDX_0377c9a7b906e2014677008a7f" ON "support_top_up" ("unit_id", "from_year", "to_year")',
  'CREATE INDEX IF NOT EXISTS "IDX_2480706d8cf53d2c0d93a98b0a" ON "target" ("unit_id", "from_year", "to_year")',
];

export class Programmes1795297185772 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
