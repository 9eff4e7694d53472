import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database, Dialect } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { createMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import type { CsvDepartment } from "@an-sinh/csv/command/csv-department";
import type { FileKind } from "@an-sinh/csv/file-kind";
import { csvDepartments } from "@an-sinh/deployment/csv-departments";
import { inject } from "vitest";
import "../../../../test/support/prepared-databases.js";

export const departments = await csvDepartments();

/** MySQL too, where the test run has a server. */
export const dialects: readonly Dialect[] = inject("mysqlUrl") ? ["sqlite", "mysql"] : ["sqlite"];

/** A department's migrated database, empty. */
export interface TestDatabase extends AsyncDisposable {
  readonly department: CsvDepartment;
  readonly database: Database;
  kind(name: string): FileKind;
  query<Row>(sql: string): Promise<Row[]>;
  /** The version of its data. */
  version(): Promise<string>;
}

let serial = 0;

export async function startDatabase(name: string, dialect: Dialect = "sqlite"): Promise<TestDatabase> {
  const department = departments.find((one) => one.name === name);
  if (!department) throw new Error(`Expected a department, but got: ${name}`);
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-files-"));
  serial += 1;
  const location =
    dialect === "sqlite"
      ? ({ kind: "sqlite", file: join(folder, "data.sqlite") } as const)
      : ({ kind: "mysql", url: await emptyMysql(`files_${process.pid}_${serial}`) } as const);
  const database = await openDatabase({ ...department.model, location });
  await database.migrate();
  return {
    department,
    database,
    kind: (kindName) => {
      const kind = department.kinds.find((one) => one.name === kindName);
      if (!kind) throw new Error(`Expected a kind of ${name}, but got: ${kindName}`);
      return kind;
    },
    query: (sql) => database.reader.query(sql),
    version: async () => JSON.stringify(await database.reader.query("SELECT * FROM data_version")),
    [Symbol.asyncDispose]: async () => {
      const drop = String(database.reader.options.database);
      if (dialect === "mysql") await database.reader.query(`DROP DATABASE \`${drop}\``);
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function emptyMysql(name: string): Promise<string> {
  const server = inject("mysqlUrl");
  if (!server) throw new Error("Expected a MySQL server.");
  return createMysqlDatabase(server, name);
}
