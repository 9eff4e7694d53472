import { readFile, writeFile } from "node:fs/promises";
import { csvLines } from "@an-sinh/csv/csv/write-csv";
import { parse } from "csv-parse/sync";

/** Fewer rows say little of a rate. */
const wantedRows = 50_000;
/** More rows take long and say the same. */
const mostRows = 60_000;

/**
 * Kinds of which the sample has fewer rows, with the columns that get another value in each copy of the rows: the key,
 * and what refers to a copy.
 */
const copied: Readonly<Record<string, readonly string[]>> = {
  "savings-groups": ["id"],
  loans: ["id"],
  repayments: ["id", "loan_id"],
  "housing-supports": ["id"],
  records: ["id", "relative_of_id"],
};

/** Kinds of which the sample has more rows, and to which no other kind refers. */
const shortened: ReadonlySet<string> = new Set(["members", "reviews", "payments"]);

/** Gives an exported file as many rows as measuring needs. Returns their number. */
export async function resizeFile(file: string, kind: string): Promise<number> {
  const to = shortened.has(kind) ? mostRows + 1 : undefined;
  const lines: string[][] = parse(await readFile(file), to === undefined ? {} : { to });
  const [header = [], ...rows] = lines;
  const columns = (copied[kind] ?? []).map((name) => header.indexOf(name));
  const copies = columns.length > 0 ? Math.ceil(wantedRows / rows.length) : 1;
  const all = Array.from({ length: copies }, (_, copy) => rows.map((row) => copyOf(row, columns, copy)));
  await writeFile(file, csvLines([header, ...all.flat()]));
  return rows.length * copies;
}

function copyOf(row: readonly string[], columns: readonly number[], copy: number): readonly string[] {
  if (copy === 0) return row;
  return row.map((cell, index) => (cell !== "" && columns.includes(index) ? `${cell}-${copy}` : cell));
}

/** A file of the same kind without rows. */
export async function writeEmptyFile(file: string, like: string): Promise<void> {
  const [header = []]: string[][] = parse(await readFile(like), { to: 1 });
  await writeFile(file, csvLines([header]));
}
