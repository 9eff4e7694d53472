import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  'CREATE INDEX IF NOT EXISTS "IDX_69777266aa691ab34b54ddcf51" ON "savings_group" ("locality_id", "id")',
  'CREATE INDEX IF NOT EXISTS "IDX_ab2e905fef4a710421d304bac0" ON "loan_year_end" ("locality_id", "year", "status", "entrusted_organisation", "transaction_office_id", "savings_group_id", "household_id", "outstanding", "overdue")',
];

export class DebtsByUnit1795298072876 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
