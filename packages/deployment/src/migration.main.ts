import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "@an-sinh/command-line/read-arguments";
import { runCommand } from "@an-sinh/command-line/run-command";
import { UsageError } from "@an-sinh/command-line/usage-error";
import { toConnectionSettings } from "@an-sinh/subgraph-kit/database/connection-settings";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";
import type { DatabaseLocation } from "@an-sinh/subgraph-kit/database/database-url";
import { createMysqlDatabase, dropMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import { namingSetting } from "@an-sinh/subgraph-kit/database/naming-setting";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { schemaDrift } from "@an-sinh/subgraph-kit/database/schema-drift";
import { departments, type Department } from "./departments.js";
import { readMigrationSettings } from "./env.js";

const help = `Writes the migrations that bring a department's tables to what its entities say.

  MYSQL_URL=mysql://root@127.0.0.1:3306 npm run migration -- DEPARTMENT NAME

DEPARTMENT  ${departments.map(({ name }) => name).join(", ")}
NAME        what changes, in kebab-case: add-hamlet
MYSQL_URL   a MySQL or MariaDB server to try the statements on, in a database that is removed in the end

It writes one file per dialect under subgraphs/DEPARTMENT/src/migrations/ and says what to add to database.ts.`;

await runCommand(async () => {
  const { names, values } = readArguments(process.argv.slice(2), { help: { type: "boolean" } });
  if (values["help"] || names.length === 0) {
    console.log(help);
    return values["help"] ? 0 : 1;
  }
  const [departmentName, migrationName = "", ...others] = names;
  const department = departments.find(({ name }) => name === departmentName);
  if (!department) {
    const known = departments.map(({ name }) => name).join(", ");
    throw new UsageError(`Expected a department, one of ${known}, but got: ${departmentName}`);
  }
  if (!/^[a-z][a-z0-9-]*$/.test(migrationName) || others.length > 0) {
    throw new UsageError(`Expected a name in kebab-case, but got: ${names.slice(1).join(" ")}`);
  }
  await writeMigrations(department, migrationName);
  return 0;
});

async function writeMigrations(department: Department, migrationName: string): Promise<void> {
  const { MYSQL_URL, ...variables } = readMigrationSettings();
  const use = { settings: toConnectionSettings(variables), setting: "MYSQL_URL" };
  const timestamp = Date.now();
  const scratch = `migration_${timestamp}`;
  const mysqlUrl = await namingSetting("MYSQL_URL", createMysqlDatabase(MYSQL_URL, scratch, use));
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-migration-"));
  try {
    const locations: Record<Dialect, DatabaseLocation> = {
      sqlite: { kind: "sqlite", file: join(folder, "empty.sqlite") },
      mysql: { kind: "mysql", url: mysqlUrl },
    };
    for (const dialect of ["sqlite", "mysql"] as const) {
      await writeMigration(department, dialect, locations[dialect], migrationName, timestamp);
    }
  } finally {
    await rm(folder, { recursive: true });
    await dropMysqlDatabase(MYSQL_URL, scratch);
  }
}

async function writeMigration(
  { name, model: { entities, migrations } }: Department,
  dialect: Dialect,
  location: DatabaseLocation,
  migrationName: string,
  timestamp: number,
): Promise<void> {
  // There are no rows to count, and the tables of totals may be those that are to be made.
  const database = await openDatabase({ entities, migrations, location });
  await database.migrate();
  const statements = await schemaDrift(database.reader, dialect);
  await database.close();
  if (statements.length === 0) {
    console.log(`${dialect}: nothing to do`);
    return;
  }
  const file = `subgraphs/${name}/src/migrations/${dialect}/${timestamp}-${migrationName}.ts`;
  const target = new URL(`../../../${file}`, import.meta.url);
  await mkdir(new URL(".", target), { recursive: true });
  await writeFile(target, source(migrationName, timestamp, statements));
  console.log(
    `${dialect}: wrote ${file}; add its class to migrations.${dialect} in subgraphs/${name}/src/database.ts`,
  );
}

/** SQL is full of double quotes, so it is written between single ones. */
function literal(sql: string): string {
  return /['\\]/.test(sql) ? JSON.stringify(sql) : `'${sql}'`;
}

function source(migrationName: string, timestamp: number, statements: readonly string[]): string {
  const pascal = migrationName.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
  const literals = statements.map((sql) => `  ${literal(sql)},`).join("\n");
  return `import { runStatements } from "@an-sinh/subgraph-kit/database/run-statements";
import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
${literals}
];

export class ${pascal}${timestamp} implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runStatements(runner, statements);
  }

  async down(): Promise<void> {
    throw new Error("Migrations go forward only: restore a backup to go back.");
  }
}
`;
}
