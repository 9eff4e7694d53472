import type { Column } from "../file-kind.js";
import { FileError } from "./file-error.js";

type Delimiter = "," | ";";

/** The sign between cells: the one that divides the first line into more names of columns. */
export function detectDelimiter(firstLine: string, columns: readonly Column[]): Delimiter {
  const names = new Set(columns.map(({ name }) => name));
  const known = (delimiter: Delimiter) =>
    firstLine.split(delimiter).filter((part) => names.has(tidy(part.replaceAll('"', "")))).length;
  return known(";") > known(",") ? ";" : ",";
}

/**
 * The position of each column in the file's lines, from 0. Throws a `FileError` that names every column which is
 * missing, unknown or there twice.
 */
export function matchColumns(
  file: string,
  header: readonly string[],
  columns: readonly Column[],
): readonly number[] {
  const given = header.map(tidy);
  const names = columns.map(({ name }) => name);
  const list = (found: readonly string[]) => [...new Set(found)].map((name) => name || "(blank)").join(", ");
  const problems = (
    [
      ["missing", names.filter((name) => !given.includes(name))],
      ["there twice", given.filter((name, index) => given.indexOf(name) !== index)],
      ["unknown", given.filter((name) => !names.includes(name))],
    ] as const
  ).filter(([, found]) => found.length > 0);
  if (problems.length > 0) {
    const found = problems.map(([what, which]) => `  ${what}: ${list(which)}`).join("\n");
    throw new FileError(
      `The first line of ${file} does not name the columns.\n${found}\nExpected, in any order: ${names.join(", ")}`,
    );
  }
  return names.map((name) => given.indexOf(name));
}

const tidy = (name: string) => name.replace(/^\ufeff/, "").trim();
