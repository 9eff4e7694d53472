import { stat } from "node:fs/promises";
import type { Database, OpenDatabaseOptions } from "./database.js";
import { describeLocation, type DatabaseLocation } from "./database-url.js";
import { openDatabase } from "./open-database.js";

/** Thrown where a program reads from a database that nobody has made, such as one whose setting is mistyped. */
class NoDatabaseError extends Error {
  constructor(message: string) {
    super(
      `${message} Correct the setting that names it, such as DATA_DIR, or import or load something first.`,
    );
    this.name = "NoDatabaseError";
  }
}

/** Opens a database that has tables already, and brings them up to date. It never makes one: `openDatabase` does. */
export async function openExisting(options: OpenDatabaseOptions): Promise<Database> {
  const { location } = options;
  if (location.kind === "sqlite" && !(await hasContent(location.file)))
    throw new NoDatabaseError(`There is no database ${describeLocation(location)}.`);
  const database = await openDatabase(options);
  try {
    await refuseEmpty(database, location);
    await database.migrate();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

const hasContent = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ size }) => size > 0,
    () => false,
  );

async function refuseEmpty({ reader }: Database, location: DatabaseLocation): Promise<void> {
  const runner = reader.createQueryRunner();
  try {
    if (await runner.hasTable("migrations")) return;
    throw new NoDatabaseError(`The database ${describeLocation(location)} has no tables of An Sinh.`);
  } finally {
    await runner.release();
  }
}
