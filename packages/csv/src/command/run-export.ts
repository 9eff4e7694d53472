import { createProgress } from "@an-sinh/command-line/progress";
import { readArguments } from "@an-sinh/command-line/read-arguments";
import { UsageError } from "@an-sinh/command-line/usage-error";
import { userPath } from "@an-sinh/server/env";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { describeLocation } from "@an-sinh/subgraph-kit/database/database-url";
import { namingSetting } from "@an-sinh/subgraph-kit/database/naming-setting";
import { openExisting } from "@an-sinh/subgraph-kit/database/open-existing";
import type { Output } from "../csv/output-file.js";
import { byteOrderMark, headerLine } from "../csv/write-csv.js";
import { countRows, exportRows } from "../export/export-rows.js";
import type { FileKind } from "../file-kind.js";
import type { CsvDepartment } from "./csv-department.js";
import { findKind } from "./find-kind.js";
import { exportUsage, helpOn } from "./help.js";
import { openOutput } from "./output.js";

interface Task {
  readonly department: CsvDepartment;
  readonly kind: FileKind;
  /** Null: standard output. */
  readonly path: string | null;
  readonly hasBom: boolean;
}

/** Runs `npm run export`. Returns the exit code. */
export async function runExport(
  departments: readonly CsvDepartment[],
  argv: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const { names, values } = readArguments(argv, {
    output: { type: "string" },
    bom: { type: "boolean" },
    help: { type: "boolean" },
  });
  const { department, kind } = findKind(departments, names[0], names[1]);
  if (values["help"] || names.length === 0) {
    process.stdout.write(`${helpOn(exportUsage, departments, { department, kind })}\n`);
    return values["help"] ? 0 : 1;
  }
  if (!department || !kind || names.length > 2)
    throw new UsageError(`Expected a department and a kind, but got: ${names.join(" ")}`);
  const path = typeof values["output"] === "string" ? userPath(values["output"]) : null;
  await exportKind({ department, kind, path, hasBom: values["bom"] === true }, signal);
  return 0;
}

async function exportKind(task: Task, signal: AbortSignal): Promise<void> {
  const { department, kind, path } = task;
  const location = department.find();
  const settings = `${department.databaseVariable} or MYSQL_URL`;
  const database = await namingSetting(settings, openExisting({ ...department.model, location }));
  try {
    const rows = await writeOutput(database, task, signal);
    const count = `${rows.toLocaleString("en")} ${rows === 1 ? "row" : "rows"}`;
    process.stderr.write(
      `Wrote ${count} of ${department.name} ${kind.name} to ${path ?? "standard output"}, from ${describeLocation(location)}.\n`,
    );
  } finally {
    await database.close();
  }
}

/** Returns the number of rows. */
async function writeOutput(database: Database, task: Task, signal: AbortSignal): Promise<number> {
  const output = await openOutput(task.path, headerLine(task.kind.columns));
  try {
    if (task.hasBom) await output.write(byteOrderMark);
    const rows = await writeRows(database, task.kind, output, signal);
    await output.finish();
    return rows;
  } catch (error) {
    await output.discard();
    throw error;
  }
}

async function writeRows(
  database: Database,
  kind: FileKind,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const progress = createProgress(process.stderr);
  progress.begin(await countRows(database, kind));
  try {
    return await exportRows(database, {
      kind,
      signal,
      write: async (text, rows) => {
        await output.write(text);
        progress.advance(rows, kind.name);
      },
    });
  } finally {
    progress.end();
  }
}
