import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE "territory" ("unit_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, PRIMARY KEY ("unit_id", "locality_id"))',
  'CREATE TABLE "loaded_sample" ("id" varchar(40) PRIMARY KEY NOT NULL, "version" varchar(40) NOT NULL, "scale" integer NOT NULL, "loaded_at" datetime NOT NULL, "rows" integer NOT NULL)',
  'CREATE TABLE "administrative_unit_succession" ("predecessor_id" varchar(40) NOT NULL, "successor_id" varchar(40) NOT NULL, PRIMARY KEY ("predecessor_id", "successor_id"))',
  'CREATE TABLE "administrative_unit" ("id" varchar(40) PRIMARY KEY NOT NULL, "code" varchar(10) NOT NULL, "name" varchar(120) NOT NULL, "level" varchar(10) NOT NULL, "valid_from" date, "valid_to" date, "parent_id" varchar(40), "province_id" varchar(40) NOT NULL, CONSTRAINT "FK_41adb91475f08a58f907023c660" FOREIGN KEY ("parent_id") REFERENCES "administrative_unit" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "household" ("id" varchar(40) PRIMARY KEY NOT NULL, "code" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "commune_id" varchar(40) NOT NULL, "hamlet" varchar(120), "is_urban" boolean NOT NULL, "head_id" varchar(40), "ethnic_group" varchar(60), "livelihood" varchar(60))',
  'CREATE TABLE "household_unit" ("unit_id" varchar(40) NOT NULL, "code" varchar(40) NOT NULL, PRIMARY KEY ("unit_id", "code")) WITHOUT ROWID',
  'CREATE TABLE "person" ("id" varchar(40) PRIMARY KEY NOT NULL, "household_id" varchar(40), "full_name" varchar(120) NOT NULL, "identification_number" varchar(12), "birth_date" date, "sex" varchar(10), "ethnic_group" varchar(60), "relationship_to_head" varchar(40), "is_alive" boolean NOT NULL DEFAULT (1), "is_disabled" boolean NOT NULL DEFAULT (0), "is_orphan" boolean NOT NULL DEFAULT (0), CONSTRAINT "FK_16dad48a2655f1b407d5f35a60b" FOREIGN KEY ("household_id") REFERENCES "household" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "poverty_review" ("id" varchar(40) PRIMARY KEY NOT NULL, "household_id" varchar(40) NOT NULL, "round" varchar(20) NOT NULL, "reviewed_on" date NOT NULL, "monthly_income_per_person" bigint NOT NULL, "deprivations" integer NOT NULL, "class" varchar(40) NOT NULL, "decision_number" varchar(60), "decided_on" date, CONSTRAINT "FK_84ba452b8b479fb8a238048478c" FOREIGN KEY ("household_id") REFERENCES "household" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "household_classification" ("review_id" varchar(40) NOT NULL, "standard_id" varchar(40) NOT NULL, "is_reporting" boolean NOT NULL DEFAULT (1), "household_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "class" varchar(40) NOT NULL, "since" date NOT NULL, "until" date, CONSTRAINT "FK_dd4ccc98ea63a37358b3b51890c" FOREIGN KEY ("review_id") REFERENCES "poverty_review" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("review_id", "standard_id"))',
  'CREATE TABLE "poverty_standard" ("id" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "issued_by_id" varchar(40), "legal_basis" varchar(200) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "rural_income_line" bigint NOT NULL, "urban_income_line" bigint NOT NULL, "rural_average_line" bigint NOT NULL, "urban_average_line" bigint NOT NULL, "minimum_deprivations_for_poor" integer NOT NULL, "counted_deprivations" integer NOT NULL DEFAULT (4095))',
  'CREATE TABLE "household_total" ("locality_id" varchar(40) NOT NULL, "year" integer NOT NULL, "households" integer NOT NULL, PRIMARY KEY ("locality_id", "year"))',
  'CREATE TABLE "figure_qualifier" ("qualifier" varchar(40) PRIMARY KEY NOT NULL, "comparison" varchar(40) NOT NULL, "tolerance_percent" decimal(6,2))',
  'CREATE TABLE "published_figure" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40), "program" varchar(120) NOT NULL, "indicator" varchar(160) NOT NULL, "period" varchar(60) NOT NULL, "as_of" date, "value" decimal(20,3) NOT NULL, "unit" varchar(60) NOT NULL, "qualifier" varchar(200), "standard" varchar(120), "source" varchar(200) NOT NULL)',
  'CREATE TABLE "school_milk_term" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40) NOT NULL, "is_for_policy_children" boolean NOT NULL, "budget_percent" integer NOT NULL, "parents_percent" integer NOT NULL, "suppliers_percent" integer NOT NULL, "youngest_age" integer NOT NULL, "oldest_age" integer NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "legal_basis" varchar(200) NOT NULL)',
  'CREATE TABLE "assistance_program" ("code" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "kind" varchar(40) NOT NULL, "legal_basis" varchar(300) NOT NULL)',
  'CREATE TABLE "livelihood_model" ("id" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(160) NOT NULL, "locality_id" varchar(40) NOT NULL, "started_on" date NOT NULL, "budget" bigint NOT NULL, "decision_number" varchar(60))',
  'CREATE TABLE "assistance" ("id" varchar(40) PRIMARY KEY NOT NULL, "household_id" varchar(40) NOT NULL, "person_id" varchar(40), "locality_id" varchar(40) NOT NULL, "program_code" varchar(40) NOT NULL, "livelihood_model_id" varchar(40), "amount" bigint NOT NULL, "is_monthly" boolean NOT NULL, "coefficient" decimal(4,2), "quantity" integer, "from_on" date NOT NULL, "to_on" date, "decision_number" varchar(60), CONSTRAINT "FK_aa9f419027c768331d86ea6d05b" FOREIGN KEY ("household_id") REFERENCES "household" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_988c4a279f475ce0c3ef5553a8c" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_5b675876e83172974983d28f5b7" FOREIGN KEY ("program_code") REFERENCES "assistance_program" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_e15f7babe8fddeac1171fbd9e45" FOREIGN KEY ("livelihood_model_id") REFERENCES "livelihood_model" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "assistance_total" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "program_code" varchar(40) NOT NULL, "recipient_unit" varchar(40) NOT NULL, "recipients" integer NOT NULL, "amount" bigint NOT NULL, CONSTRAINT "FK_60e80716ced156da50a2b6f51e6" FOREIGN KEY ("program_code") REFERENCES "assistance_program" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("unit_id", "year", "program_code", "recipient_unit"))',
  'CREATE TABLE "assistance_level" ("program_code" varchar(40) NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "monthly_amount" bigint NOT NULL, "minimum_age" integer, "minimum_age_if_poor" integer, "legal_basis" varchar(300) NOT NULL, "remark" varchar(300), CONSTRAINT "FK_c0c787f6afa39a9381a65625744" FOREIGN KEY ("program_code") REFERENCES "assistance_program" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("program_code", "valid_from"))',
  'CREATE TABLE "fund_for_the_poor_year" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "received" bigint NOT NULL, "spent" bigint NOT NULL, PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "labor_year" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "new_jobs" integer, "trained_worker_rate_percent" decimal(5,2), PRIMARY KEY ("unit_id", "year"))',
  'CREATE TABLE "national_program" ("code" varchar(40) PRIMARY KEY NOT NULL, "name" varchar(200) NOT NULL, "from_year" integer NOT NULL, "to_year" integer NOT NULL, "legal_basis" varchar(300) NOT NULL)',
  'CREATE TABLE "component_project" ("id" varchar(40) PRIMARY KEY NOT NULL, "program_code" varchar(40) NOT NULL, "number" integer NOT NULL, "name" varchar(200) NOT NULL, CONSTRAINT "FK_469a0597eb1cfee85967e26b322" FOREIGN KEY ("program_code") REFERENCES "national_program" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "sub_project" ("id" varchar(40) PRIMARY KEY NOT NULL, "component_project_id" varchar(40) NOT NULL, "number" integer NOT NULL, "name" varchar(200) NOT NULL, CONSTRAINT "FK_c7dac6ac0a3037b0c51c254141d" FOREIGN KEY ("component_project_id") REFERENCES "component_project" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "capital_year" ("unit_id" varchar(40) NOT NULL, "year" integer NOT NULL, "sub_project_id" varchar(40) NOT NULL, "source" varchar(40) NOT NULL, "allocated" bigint NOT NULL, "disbursed" bigint NOT NULL, CONSTRAINT "FK_887215b8c49beba9ce05c42e0be" FOREIGN KEY ("sub_project_id") REFERENCES "sub_project" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, PRIMARY KEY ("unit_id", "year", "sub_project_id", "source"))',
  'CREATE TABLE "support_top_up" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40) NOT NULL, "support" varchar(160) NOT NULL, "program_code" varchar(40), "from_year" integer NOT NULL, "to_year" integer NOT NULL, "times_central" decimal(5,3) NOT NULL, "legal_basis" varchar(300) NOT NULL, CONSTRAINT "FK_b6e4888b00984dfd81ff6315e56" FOREIGN KEY ("program_code") REFERENCES "assistance_program" ("code") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE TABLE "target" ("id" varchar(40) PRIMARY KEY NOT NULL, "unit_id" varchar(40) NOT NULL, "indicator" varchar(60) NOT NULL, "from_year" integer NOT NULL, "to_year" integer NOT NULL, "planned" decimal(12,3) NOT NULL, "stated_achieved" decimal(12,3), "legal_basis" varchar(300) NOT NULL)',
  'CREATE INDEX "IDX_5a2611168654c28e0ed68b1852" ON "territory" ("locality_id", "unit_id")',
  'CREATE INDEX "IDX_6d3b776e974e95b2d1e19967e1" ON "administrative_unit_succession" ("successor_id", "predecessor_id")',
  'CREATE INDEX "IDX_689784982fdeb6eb5653fb2ab2" ON "administrative_unit" ("parent_id", "code", "id")',
  'CREATE INDEX "IDX_24c98af30945e11833d22a7301" ON "administrative_unit" ("code", "id")',
  'CREATE UNIQUE INDEX "IDX_64c8fbfba9759ebbb90e62f586" ON "household" ("code")',
  'CREATE INDEX "IDX_16abdaf21caeb73c3534c61660" ON "household" ("ethnic_group", "code")',
  'CREATE INDEX "IDX_1a6d64a73802d7169247db24bc" ON "household" ("commune_id")',
  'CREATE INDEX "IDX_602ecc9996b75723611202b83d" ON "household" ("locality_id", "code", "id")',
  'CREATE UNIQUE INDEX "IDX_fcfc2b4a2a2354d05531fa0045" ON "person" ("identification_number")',
  'CREATE INDEX "IDX_5110ab62e244fc460f0a89e289" ON "person" ("household_id", "id")',
  'CREATE INDEX "IDX_660ffd9697b6541b203e68f177" ON "poverty_review" ("household_id", "reviewed_on", "id")',
  'CREATE INDEX "IDX_244cdb752ea310d7acbc388013" ON "household_classification" ("locality_id", "class", "until")',
  'CREATE INDEX "IDX_d03a69cdd1c2ae1965cd7bea95" ON "household_classification" ("household_id", "standard_id", "since", "until", "class")',
  'CREATE INDEX "IDX_68caf509bb204fc52448886c69" ON "household_classification" ("locality_id", "standard_id", "since", "until", "class", "household_id")',
  'CREATE INDEX "IDX_9b9d59b36c802113e08046acf1" ON "published_figure" ("program", "id")',
  'CREATE INDEX "IDX_7fd0c9880d1486c4ae4a53a990" ON "published_figure" ("unit_id", "id")',
  'CREATE INDEX "IDX_65c79e9f3b192113b2a389cf28" ON "livelihood_model" ("locality_id", "started_on", "budget")',
  'CREATE INDEX "IDX_9a99bc8ca8b14085bc9ed8ae3f" ON "assistance" ("livelihood_model_id", "household_id")',
  'CREATE INDEX "IDX_4946405fe76f51449e2ab935be" ON "assistance" ("locality_id", "from_on", "to_on", "program_code")',
  'CREATE INDEX "IDX_e015beb08df8403c3e8aacc01d" ON "assistance" ("person_id", "from_on", "id")',
  'CREATE INDEX "IDX_3696f8338c89587559b49d430f" ON "assistance" ("household_id", "from_on", "id")',
  'CREATE INDEX "IDX_bba12c9709dcc3d016494a7b9f" ON "component_project" ("program_code", "number")',
  'CREATE INDEX "IDX_7c97e00bca90851198739d9a9d" ON "sub_project" ("component_project_id", "number")',
  'CREATE INDEX "IDX_0377c9a7b906e2014677008a7f" ON "support_top_up" ("unit_id", "from_year", "to_year")',
  'CREATE INDEX "IDX_2480706d8cf53d2c0d93a98b0a" ON "target" ("unit_id", "from_year", "to_year")',
];

export class Initial1795699197925 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
