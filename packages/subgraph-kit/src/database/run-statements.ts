import { QueryFailedError, type QueryRunner } from "typeorm";

/** What MySQL says of a table, column, index or foreign key that is there already. */
const thereAlready: ReadonlySet<unknown> = new Set([
  "ER_TABLE_EXISTS_ERROR",
  "ER_DUP_FIELDNAME",
  "ER_DUP_KEYNAME",
  "ER_FK_DUP_NAME",
]);

/**
 * Runs the statements of a migration. MySQL commits each by itself, so a migration that was cut short is run again
 * from its first statement: what an earlier run has made is not an error. On SQLite a migration is one transaction, and
 * a migration that is cut short leaves nothing.
 */
export async function runStatements(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    try {
      await runner.query(statement);
    } catch (error) {
      if (!isThereAlready(error)) throw error;
    }
  }
}

function isThereAlready(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    "code" in error.driverError &&
    thereAlready.has(error.driverError.code)
  );
}
