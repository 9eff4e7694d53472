import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE TABLE IF NOT EXISTS "housing_grant_norm" ("legal_basis_code" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "amount" bigint NOT NULL, "legal_basis" varchar(200) NOT NULL, PRIMARY KEY ("legal_basis_code", "kind"))',
  'CREATE TABLE IF NOT EXISTS "housing_grant" ("id" varchar(40) PRIMARY KEY NOT NULL, "household_id" varchar(40) NOT NULL, "person_id" varchar(40) NOT NULL, "record_id" varchar(40) NOT NULL, "locality_id" varchar(40) NOT NULL, "kind" varchar(40) NOT NULL, "amount" bigint NOT NULL, "decision_number" varchar(60), "legal_basis" varchar(200) NOT NULL, "legal_basis_code" varchar(40) NOT NULL, "granted_on" date NOT NULL, "completed_on" date, CONSTRAINT "FK_0fbd6995db224e7dd5613e799a3" FOREIGN KEY ("record_id") REFERENCES "meritorious_record" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'CREATE INDEX IF NOT EXISTS "IDX_63ea706cd3b030dfc96032dff8" ON "housing_grant" ("locality_id", "granted_on", "legal_basis_code", "kind", "amount")',
  'CREATE INDEX IF NOT EXISTS "IDX_b794d8821bd5c6fe8b4e91d06f" ON "housing_grant" ("record_id", "granted_on", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_fab86049818fcc920a60506551" ON "housing_grant" ("household_id", "granted_on", "id")',
];

export class HousingGrants1795296546524 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
