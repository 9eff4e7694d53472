import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { csvDepartments } from "@an-sinh/deployment/csv-departments";
import type { DatabaseLocations } from "@an-sinh/deployment/databases";
import { runProgram, type ProgramRun } from "../../run-program.js";
import { databaseSettings, loadSample } from "../../sample.js";
import type { PartContext, PartResult } from "../part.js";
import { resizeFile, writeEmptyFile } from "./bench-files.js";
import { filesGoals, filesTable, type MeasuredKind } from "./files-table.js";

const databaseName = "files";

/** Runs `npm run import` and `npm run export` over one set of databases. */
interface Files {
  readonly settings: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

interface Kind {
  readonly department: string;
  readonly name: string;
  readonly file: string;
  readonly rows: number;
}

/** Imports every kind of file into empty databases, imports it again, and exports it. */
export async function measureFiles(context: PartContext): Promise<PartResult> {
  const { store, progress, scratchFolder, signal } = context;
  const sample = await store.locate("scale-1");
  await loadSample(sample, { scale: 1, signal });
  const folder = join(scratchFolder, "files");
  await mkdir(folder, { recursive: true });
  await store.remove(databaseName);
  try {
    const departments = await makeFiles(sample, folder, context);
    const files = { settings: databaseSettings(await store.locate(databaseName)), signal };
    const measured: MeasuredKind[] = [];
    progress.begin(departments.flat().length);
    for (const kinds of departments) {
      const idle = await measureIdle(kinds[0], folder, files);
      for (const kind of kinds) {
        measured.push(await measureKind(kind, idle, files));
        progress.advance(1, `${kind.department} ${kind.name}`);
      }
    }
    const title = `### import and export of CSV files, ${store.title}`;
    return { sections: [title, filesTable(measured)], goals: filesGoals(measured, store.title) };
  } finally {
    progress.end();
    await store.remove(databaseName);
  }
}

/** Exports the sample's files, by department and in the order in which they refer to each other. */
async function makeFiles(
  sample: DatabaseLocations,
  folder: string,
  { progress, signal }: PartContext,
): Promise<Kind[][]> {
  const departments: Kind[][] = [];
  for (const { name: department, kinds: known } of await csvDepartments()) {
    const kinds: Kind[] = [];
    for (const { name } of known) {
      const file = join(folder, `${department}-${name}.csv`);
      await exportTo(file, { department, name }, { settings: databaseSettings(sample), signal });
      kinds.push({ department, name, file, rows: await resizeFile(file, name) });
    }
    departments.push(kinds);
    progress.line(`files of ${department}`);
  }
  return departments;
}

/** What the program takes for a file without rows. The first time it also makes the tables. */
async function measureIdle(kind: Kind | undefined, folder: string, files: Files): Promise<ProgramRun> {
  if (!kind) throw new Error("Expected a kind of files.");
  const empty = { ...kind, file: join(folder, "empty.csv") };
  await writeEmptyFile(empty.file, kind.file);
  await importFrom(empty, files);
  return importFrom(empty, files);
}

async function measureKind(kind: Kind, idle: ProgramRun, files: Files): Promise<MeasuredKind> {
  const isNew = less(await importFrom(kind, files), idle);
  const unchanged = less(await importFrom(kind, files), idle);
  const exported = less(await exportTo(`${kind.file}.out`, kind, files), idle);
  return { kind: `${kind.department} ${kind.name}`, rows: kind.rows, isNew, unchanged, exported };
}

/** Shorter times cannot be told from that of an empty file. */
const leastSeconds = 0.01;

const less = (run: ProgramRun, idle: ProgramRun): ProgramRun => ({
  seconds: Math.max(leastSeconds, run.seconds - idle.seconds),
  cpuSeconds: Math.max(leastSeconds, run.cpuSeconds - idle.cpuSeconds),
});

const importFrom = ({ department, name, file }: Kind, files: Files): Promise<ProgramRun> =>
  runProgram("packages/deployment/dist/import.main.js", { args: [department, name, file], ...files });

const exportTo = (
  file: string,
  { department, name }: Pick<Kind, "department" | "name">,
  files: Files,
): Promise<ProgramRun> =>
  runProgram("packages/deployment/dist/export.main.js", {
    args: [department, name, "--output", file],
    ...files,
  });
