import type { QueryRunner } from "typeorm";

/**
 * How all texts of a database are compared: by their bytes, as SQLite does. Both MySQL and MariaDB have this collation.
 * It ignores spaces at the end of a text, and no text has any: see `normalizedText`.
 */
export const collation = "utf8mb4_bin";

const characterSet = `CHARACTER SET utf8mb4 COLLATE ${collation}`;

/** The statement that creates a database, unless it is there. */
export const createDatabaseSql = (escapedName: string): string =>
  `CREATE DATABASE IF NOT EXISTS ${escapedName} ${characterSet}`;

/** Makes the collation that of the tables that will be created. Whoever created the database may have chosen another. */
export async function setDefaultCollation(runner: QueryRunner): Promise<void> {
  const [database] = await runner.query(
    `SELECT schema_name AS name FROM information_schema.schemata
     WHERE schema_name = DATABASE() AND default_collation_name <> ?`,
    [collation],
  );
  if (database) await runner.query(`ALTER DATABASE \`${database.name}\` ${characterSet}`);
}

/**
 * Converts the tables that have another collation, or a column of another one. Columns of foreign keys have always had
 * this one. It is done before the migrations: a column that they add takes the collation of its table, and a foreign
 * key needs the same one on both sides.
 */
export async function convertTables(runner: QueryRunner): Promise<void> {
  const tables: { name: string }[] = await runner.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_collation <> ?
     UNION SELECT table_name FROM information_schema.columns
     WHERE table_schema = DATABASE() AND collation_name <> ? ORDER BY name`,
    [collation, collation],
  );
  for (const { name } of tables) await runner.query(`ALTER TABLE \`${name}\` CONVERT TO ${characterSet}`);
}
