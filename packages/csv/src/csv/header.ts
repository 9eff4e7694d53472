import type { Column } from "../file-kind.js";
import { FileError } from "./file-error.js";

type Delimiter = "," | ";" | "\t";

export const lineBreak = /\r\n|\n|\r/;

/** A first line by which a spreadsheet says what divides its cells: sep=; */
const separatorLine = /^\ufeff?"?sep=([,;\t])"?[,;\t]*$/i;

/** The sign between cells, where the line is one that says it. Null: it is another line. */
export function statedDelimiter(line: string): Delimiter | null {
  const delimiter = separatorLine.exec(line)?.[1];
  return delimiter === "," || delimiter === ";" || delimiter === "\t" ? delimiter : null;
}

/** The sign between cells: the one that divides the header into most names of columns. */
export function detectDelimiter(header: string, columns: readonly Column[]): Delimiter {
  const names = new Set(columns.map(({ name }) => name));
  const known = (delimiter: Delimiter) =>
    header.split(delimiter).filter((part) => names.has(tidy(part.replaceAll('"', "")))).length;
  const others = ([";", "\t"] as const).filter((delimiter) => known(delimiter) > known(","));
  return others[0] ?? ",";
}

/**
 * The position of each column in the file's lines, from 0. Positions without a name are left out. Throws a `FileError`
 * that says which columns are missing, unknown or there twice. It does not repeat what is unknown: a file without a
 * header begins with data.
 */
export function matchColumns(
  file: string,
  header: readonly string[],
  columns: readonly Column[],
): readonly number[] {
  const given = header.map(tidy);
  const names = columns.map(({ name }) => name);
  const unknown = given.flatMap((name, index) => (name === "" || names.includes(name) ? [] : [index + 1]));
  const problems = (
    [
      ["missing", names.filter((name) => !given.includes(name))],
      ["there twice", names.filter((name) => given.indexOf(name) !== given.lastIndexOf(name))],
      ["unknown, by its place in the line", unknown],
    ] as const
  ).filter(([, found]) => found.length > 0);
  if (problems.length === 0) return names.map((name) => given.indexOf(name));
  const isHeader = names.some((name) => given.includes(name));
  const found = problems.map(([what, which]) => `  ${what}: ${listed(which)}`).join("\n");
  throw new FileError(
    `The first line of ${file} does not name the columns${isHeader ? `.\n${found}` : ": it names none of them."}\nExpected, in any order: ${names.join(", ")}`,
  );
}

const mostListed = 20;

const listed = (which: readonly (string | number)[]) =>
  which.slice(0, mostListed).join(", ") +
  (which.length > mostListed ? `, and ${which.length - mostListed} others` : "");

const tidy = (name: string) => name.replace(/^\ufeff/, "").trim();
