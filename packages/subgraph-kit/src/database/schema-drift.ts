import type { DataSource } from "typeorm";
import type { Dialect } from "./database.js";

/**
 * The statements that would bring a migrated database to what the entities say. Empty: the migrations
 * are complete.
 */
export async function schemaDrift(source: DataSource, dialect: Dialect): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  const statements = upQueries.map(({ query }) => query.trim());
  const created = dialect === "sqlite" ? createOnce(statements) : statements;
  return inlineForeignKeys(created);
}

/**
 * On SQLite, TypeORM 1.1.1 makes a new table without its foreign keys and then copies it into one that has them. A new
 * table can be made whole at once: test/migrations.test.ts.
 */
function createOnce(statements: readonly string[]): string[] {
  const tables = statements.flatMap((sql) => /^CREATE TABLE "(?!temporary_)([^"]+)"/.exec(sql)?.[1] ?? []);
  const whole = new Map(
    tables.flatMap((table) => {
      const copy = statements.find((sql) => sql.startsWith(`CREATE TABLE "temporary_${table}" `));
      return copy ? [[table, copy.replace(`"temporary_${table}"`, `"${table}"`)] as const] : [];
    }),
  );
  const isCopying = (sql: string) =>
    [...whole.keys()].some((table) => copies(table, sql)) || dropsNewIndex(statements, sql);
  if (whole.size === 0) return [...statements];
  const kept = statements.filter((sql) => !isCopying(sql));
  return [...new Set(kept.map((sql) => whole.get(/^CREATE TABLE "([^"]+)"/.exec(sql)?.[1] ?? "") ?? sql))];
}

/** Whether a statement drops an index of a new table before the copy. An index that was there before is to be dropped. */
function dropsNewIndex(statements: readonly string[], sql: string): boolean {
  const name = /^DROP INDEX ("[^"]+")/.exec(sql)?.[1];
  return (
    name !== undefined &&
    statements.some((other) => /^CREATE (UNIQUE )?INDEX/.test(other) && other.includes(name))
  );
}

function copies(table: string, sql: string): boolean {
  return sql === `DROP TABLE "${table}"` || sql.includes(`"temporary_${table}"`);
}

const addForeignKey = /^ALTER TABLE (\S+) ADD (CONSTRAINT .* FOREIGN KEY .*)$/;
const createTable = /^CREATE TABLE (\S+) \((.*)\)(.*?)$/s;

/** Puts the foreign keys of new tables into their CREATE TABLE, so that a table is there whole or not at all. */
function inlineForeignKeys(statements: readonly string[]): string[] {
  const created = new Map(
    statements.flatMap((sql) => {
      const table = createTable.exec(sql)?.[1];
      return table ? [[table, sql] as const] : [];
    }),
  );
  const rest: string[] = [];
  for (const sql of statements) {
    const [, table = "", constraint = ""] = addForeignKey.exec(sql) ?? [];
    const known = created.get(table);
    if (known) created.set(table, known.replace(createTable, `CREATE TABLE $1 ($2, ${constraint})$3`));
    else if (!createTable.test(sql)) rest.push(sql);
  }
  return [...inOrderOfReference(created), ...rest];
}

/** Referenced tables first. */
function inOrderOfReference(created: ReadonlyMap<string, string>): string[] {
  const ordered = new Set<string>();
  const visit = (table: string, sql: string): void => {
    for (const [, referenced = ""] of sql.matchAll(/REFERENCES (\S+?)\s*\(/g)) {
      const other = created.get(referenced);
      if (referenced !== table && other && !ordered.has(other)) visit(referenced, other);
    }
    ordered.add(sql);
  };
  for (const [table, sql] of created) visit(table, sql);
  return [...ordered];
}
