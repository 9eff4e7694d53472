import { namingSetting } from "@an-sinh/subgraph-kit/database/naming-setting";
import { OutcomeUnknownError } from "@an-sinh/subgraph-kit/database/outcome-unknown-error";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { createProgress } from "@an-sinh/command-line/progress";
import { openCsv, type CsvFile } from "../csv/read-csv.js";
import { importFile } from "../import/import-file.js";
import { collectRejections, describeRejection, type Rejections } from "../import/rejections.js";
import type { Counts } from "../import/store.js";
import type { FileKind } from "../file-kind.js";
import type { CsvDepartment } from "./csv-department.js";
import { findKind } from "./find-kind.js";
import { helpOn, importUsage } from "./help.js";
import { readArguments } from "@an-sinh/command-line/read-arguments";
import { UsageError } from "@an-sinh/command-line/usage-error";
import { userPath } from "@an-sinh/server/env";

/** An import that writes at least so many rows lets the database gather statistics for its query planner. */
const manyRows = 10_000;

interface Task {
  readonly department: CsvDepartment;
  readonly kind: FileKind;
  readonly path: string;
  readonly rejectsPath: string | null;
  readonly isDryRun: boolean;
}

/** Runs `npm run import`. Returns the exit code. */
export async function runImport(
  departments: readonly CsvDepartment[],
  argv: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const { names, values } = readArguments(argv, {
    "dry-run": { type: "boolean" },
    rejects: { type: "string" },
    help: { type: "boolean" },
  });
  const { department, kind } = findKind(departments, names[0], names[1]);
  if (values["help"] || names.length === 0) {
    process.stdout.write(`${helpOn(importUsage, departments, { department, kind })}\n`);
    return values["help"] ? 0 : 1;
  }
  const [, , file, ...others] = names;
  if (!department || !kind || file === undefined || others.length > 0)
    throw new UsageError(`Expected a department, a kind and a file, but got: ${names.join(" ")}`);
  const path = userPath(file);
  const rejectsPath = typeof values["rejects"] === "string" ? userPath(values["rejects"]) : null;
  return importPath({ department, kind, path, rejectsPath, isDryRun: values["dry-run"] === true }, signal);
}

async function importPath(task: Task, signal: AbortSignal): Promise<number> {
  const { kind, path, rejectsPath, isDryRun } = task;
  const progress = createProgress(process.stderr);
  const csv = await openCsv(path, kind.columns, (bytes) => progress.advance(bytes, kind.name));
  const rejections = await collectRejections(rejectsPath).catch((error: unknown) => {
    csv.close();
    throw error;
  });
  const started = performance.now();
  signal.addEventListener("abort", () => csv.close());
  try {
    progress.begin(Math.max(csv.size, 1));
    const counts = await store(task, csv, rejections, signal);
    progress.end();
    await rejections.close();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${report(counts, rejections, task)} (${seconds} s)\n`);
    return rejections.lines > 0 ? 1 : 0;
  } catch (error) {
    progress.end();
    await rejections.discard();
    process.stderr.write(isDryRun ? "" : outcomeOf(error, signal));
    throw error;
  } finally {
    csv.close();
  }
}

/** What is on record after an import that failed. What went wrong is told afterwards, but not of one that was stopped. */
function outcomeOf(error: unknown, signal: AbortSignal): string {
  if (!(error instanceof OutcomeUnknownError)) return "Nothing was stored. ";
  const advice = "Import the file again to find out: what is stored already counts as unchanged. ";
  return signal.aborted ? `${error.message} ${advice}` : advice;
}

async function store(
  { department, kind, rejectsPath, isDryRun }: Task,
  file: CsvFile,
  rejections: Rejections,
  signal: AbortSignal,
): Promise<Counts> {
  const location = await department.locate();
  const opened = openDatabase({ ...department.model, location });
  const database = await namingSetting(department.databaseVariable, opened);
  try {
    await database.migrate();
    const isPartial = rejectsPath !== null;
    const { totals } = department;
    const counts = await importFile(database, {
      kind,
      totals,
      file,
      rejections,
      isDryRun,
      isPartial,
      signal,
    });
    if (!isDryRun && counts.inserted + counts.updated >= manyRows) await database.analyze();
    return counts;
  } finally {
    await database.close();
  }
}

function report(counts: Counts, { first, lines }: Rejections, { isDryRun, rejectsPath }: Task): string {
  const outcome = describe(counts, isDryRun, lines > 0 && rejectsPath === null);
  if (lines === 0) return outcome;
  const inOrder = first.toSorted((a, b) => a.line - b.line);
  const shown = inOrder.map((rejection) => `  ${describeRejection(rejection)}`);
  const where =
    rejectsPath === null ? "--rejects FILE writes all of them" : `all of them are in ${rejectsPath}`;
  const count = lines === 1 ? "1 line was" : `${format(lines)} lines were`;
  return [`${count} rejected (${where}):`, ...shown, outcome].join("\n");
}

function describe(
  { inserted, updated, unchanged, removed }: Counts,
  isDryRun: boolean,
  isRefused: boolean,
): string {
  if (isRefused) return isDryRun ? "Nothing would be stored." : "Nothing was stored.";
  const counted = `${format(inserted)} inserted, ${format(updated)} updated, ${format(unchanged)} unchanged`;
  const stored = removed === 0 ? counted : `${counted}, ${format(removed)} that the file leaves out removed`;
  return isDryRun ? `Nothing was stored: a dry run. It would be ${stored}.` : `Stored: ${stored}.`;
}

const format = (count: number) => count.toLocaleString("en");
