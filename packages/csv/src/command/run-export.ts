import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { createProgress } from "@an-sinh/console/progress";
import { userPath } from "../env.js";
import { countRows, exportRows } from "../export/export-rows.js";
import type { FileKind } from "../file-kind.js";
import type { CsvDepartment } from "./csv-department.js";
import { findKind } from "./find-kind.js";
import { exportUsage, helpOn } from "./help.js";
import { openOutput, type Output } from "./output.js";
import { readArguments } from "@an-sinh/console/read-arguments";
import { UsageError } from "@an-sinh/console/usage-error";

/** Runs `npm run export`. Returns the exit code. */
export async function runExport(
  departments: readonly CsvDepartment[],
  argv: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const { names, values } = readArguments(argv, { output: { type: "string" }, help: { type: "boolean" } });
  const { department, kind } = findKind(departments, names[0], names[1]);
  if (values["help"] || names.length === 0) {
    process.stdout.write(`${helpOn(exportUsage, departments, { department, kind })}\n`);
    return values["help"] ? 0 : 1;
  }
  if (!department || !kind || names.length > 2)
    throw new UsageError(`Expected a department and a kind, but got: ${names.join(" ")}`);
  const output = await openOutput(typeof values["output"] === "string" ? userPath(values["output"]) : null);
  try {
    await write(department, kind, output, signal);
    await output.finish();
  } catch (error) {
    await output.discard();
    throw error;
  }
  return 0;
}

async function write(
  department: CsvDepartment,
  kind: FileKind,
  output: Output,
  signal: AbortSignal,
): Promise<void> {
  const progress = createProgress(process.stderr);
  const database = await openDatabase({
    ...department.model,
    location: await department.locate(),
  });
  try {
    await database.migrate();
    progress.begin(await countRows(database, kind));
    await exportRows(database, {
      kind,
      signal,
      write: async (text, rows) => {
        await output.write(text);
        progress.advance(rows, kind.name);
      },
    });
  } finally {
    progress.end();
    await database.close();
  }
}
