import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCsv } from "@an-sinh/csv/csv/read-csv";
import { exportRows } from "@an-sinh/csv/export/export-rows";
import { importFile } from "@an-sinh/csv/import/import-file";
import { collectRejections, type Rejection } from "@an-sinh/csv/import/rejections";
import type { Counts } from "@an-sinh/csv/import/store";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { findTotalDifferences } from "@an-sinh/subgraph-kit/totals/check-totals";
import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import type { TestDatabase } from "./database.js";

const folder = mkdtempSync(join(tmpdir(), "an-sinh-csv-"));
let serial = 0;

/** Writes a file and returns its path. */
export function file(content: string | Uint8Array): string {
  serial += 1;
  const path = join(folder, `${serial}.csv`);
  writeFileSync(path, content);
  return path;
}

/** The fixture of a kind: a file as it is exported. */
export const fixture = (department: string, kind: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/${department}/${kind}.csv`, import.meta.url)), "utf8");

interface ImportTestOptions {
  readonly isDryRun?: boolean;
  /** Stores the good lines and writes the others here. */
  readonly rejectsPath?: string;
}

interface Imported extends Counts {
  readonly rejected: number;
  readonly rejections: readonly Rejection[];
}

/** Imports a file. The totals are then what the rows give, whatever it was. */
export async function importText(
  target: TestDatabase,
  kindName: string,
  content: string | Uint8Array,
  options: ImportTestOptions = {},
): Promise<Imported> {
  const imported = await importUnchecked(target, kindName, content, options);
  await checkTotals(target.database, target.department.totals);
  return imported;
}

/** Imports a file, and believes the totals. */
export async function importUnchecked(
  { database, department: { totals }, kind }: TestDatabase,
  kindName: string,
  content: string | Uint8Array,
  { isDryRun = false, rejectsPath }: ImportTestOptions = {},
): Promise<Imported> {
  const rejections = await collectRejections(rejectsPath ?? null);
  const csv = await openCsv(file(content), kind(kindName).columns);
  const isPartial = rejectsPath !== undefined;
  const counts = await importFile(database, {
    kind: kind(kindName),
    totals,
    file: csv,
    rejections,
    isDryRun,
    isPartial,
  });
  await rejections.close();
  return { ...counts, rejected: rejections.lines, rejections: rejections.first };
}

async function checkTotals(database: Database, totals: readonly Totals[]): Promise<void> {
  const differences = await findTotalDifferences(database, totals);
  if (differences.length > 0)
    throw new Error(`Expected totals as the rows give them, but got: ${JSON.stringify(differences)}`);
}

/** What the files of the other kinds refer to. Commune 00001 was made of 00001 and 00002; 00003 is as it was. */
const referredTo = ["territory", "poverty-standards", "categories", "transaction-offices", "savings-groups"];

/** Imports the fixtures of what others refer to and then of these kinds, in this order. */
export async function importFixtures(target: TestDatabase, ...kinds: readonly string[]): Promise<void> {
  const known = target.department.kinds.map(({ name }) => name);
  const first = referredTo.filter((name) => known.includes(name));
  for (const kind of new Set([...first, ...kinds])) {
    const { rejections } = await importText(target, kind, fixture(target.department.name, kind));
    if (rejections[0]) throw new Error(`${kind}: ${JSON.stringify(rejections[0])}`);
  }
}

export async function exportText({ database, kind }: TestDatabase, kindName: string): Promise<string> {
  let text = "";
  await exportRows(database, {
    kind: kind(kindName),
    write: async (more) => {
      text += more;
    },
  });
  return text;
}
