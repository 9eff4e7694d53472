import { QueryFailedError, type QueryRunner } from "typeorm";

/** What MySQL says of a table, column, index or foreign key that is there already, or of one that is dropped already. */
const doneAlready: ReadonlySet<unknown> = new Set([
  "ER_TABLE_EXISTS_ERROR",
  "ER_DUP_FIELDNAME",
  "ER_DUP_KEYNAME",
  "ER_FK_DUP_NAME",
  "ER_CANT_DROP_FIELD_OR_KEY",
]);

/**
 * Runs the statements of a migration. MySQL commits each by itself, so a migration that was cut short is run again
 * from its first statement: what an earlier run has done is not an error. On SQLite a migration is one transaction, and
 * a migration that is cut short leaves nothing.
 */
export async function runStatements(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    try {
      await runner.query(statement);
    } catch (error) {
      if (!isDoneAlready(error)) throw error;
    }
  }
}

function isDoneAlready(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    "code" in error.driverError &&
    doneAlready.has(error.driverError.code)
  );
}
