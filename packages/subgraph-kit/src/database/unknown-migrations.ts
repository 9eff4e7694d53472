import type { DataSource } from "typeorm";

/** Thrown when a database has migrations that this version of the code does not have. */
class UnknownMigrationsError extends Error {
  constructor(database: string, names: readonly string[]) {
    super(
      `${database} has tables of another version of An Sinh (${names.join(", ")}). ` +
        "Run that version or, if the data can be made again, remove it (the SQLite file with its -wal and -shm files, or DROP DATABASE) and start again.",
    );
    this.name = "UnknownMigrationsError";
  }
}

/**
 * Throws `UnknownMigrationsError` before a migration fails half-way, or a query on a column that is not there.
 * `database` begins the message: which one it is.
 */
export async function refuseUnknownMigrations(source: DataSource, database: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable("migrations"))) return;
    const applied: { name: string }[] = await runner.query("SELECT name FROM migrations ORDER BY id");
    const known = new Set(source.migrations.map(({ name, constructor }) => name ?? constructor.name));
    const unknown = applied.map(({ name }) => name).filter((name) => !known.has(name));
    if (unknown.length > 0) throw new UnknownMigrationsError(database, unknown);
  } finally {
    await runner.release();
  }
}
