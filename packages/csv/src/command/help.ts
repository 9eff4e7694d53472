import type { Column, FileKind } from "../file-kind.js";
import type { CsvDepartment } from "./csv-department.js";

export const importUsage = `Usage: npm run import -- <department> <kind> FILE.csv [--dry-run] [--rejects FILE]

Stores the lines of a department's file: new ones are added, those that differ replace what is on record,
the others change nothing. Unless --rejects is given, a file with a line that cannot be stored changes
nothing at all. Stopped half-way, it changes nothing either.

  --dry-run       check the file and say what would be stored, but store nothing
  --rejects FILE  store the good lines, and write why the others are not stored as CSV into FILE
                  (with --dry-run, nothing is stored, but FILE is written)
  --help          show this; after a department and a kind, the columns of the file

Files are CSV in UTF-8, divided by commas, semicolons or tabs. The first line names the columns, in any
order. What spreadsheets leave in a file is taken: a byte order mark, sep=; as the first line, blank lines
and columns, and days such as 2025/7/1 or 31/12/2025. A day that may be read in two ways, such as
1/2/2025, is rejected. docs/commands.md says which lines are rejected. No message repeats what stands in
the file.
The exit code is 0 only if every line of the file is on record (with --dry-run: could be).`;

export const exportUsage = `Usage: npm run export -- <department> <kind> [--output FILE] [--bom]

Writes a department's records as CSV, in the form in which they can be imported again. Text that a
spreadsheet would run as a formula (it begins with = + - @, a tab or a line break) has an apostrophe
before it, which importing takes away. In the end it says how many rows it wrote, and from which database.

  --bom           begin with a byte order mark: spreadsheets then read the file as UTF-8
  --output FILE   write into FILE, which may be an earlier export of the same kind; without it, to standard
                  output (then: npm run --silent export -- …, because npm writes lines of its own there)
  --help          show this; after a department and a kind, the columns of the file`;

/** The help: on the columns of a kind if one is named, else on the command, the departments and their kinds. */
export function helpOn(
  usage: string,
  departments: readonly CsvDepartment[],
  {
    department,
    kind,
  }: { readonly department?: CsvDepartment | undefined; readonly kind?: FileKind | undefined },
): string {
  if (department && kind)
    return `${department.name} ${kind.name}: ${kind.description}\n\n${describeColumns(kind)}`;
  const listed = department ? [department] : departments;
  const databases = listed.map(({ databaseVariable }) => `  ${databaseVariable}`);
  return [
    usage,
    "",
    ...listed.flatMap(describeDepartment),
    "",
    "Databases (sqlite:PATH or mysql://USER:PASSWORD@HOST:PORT/DATABASE); by default one database each on the server MYSQL_URL or, without it, the SQLite files in DATA_DIR (.data):",
    ...databases,
  ].join("\n");
}

function describeDepartment({ name, kinds }: CsvDepartment): string[] {
  return [
    `${name}`,
    ...kinds.flatMap((kind) => [
      `  ${kind.name.padEnd(22)}${kind.description}`,
      `  ${"".padEnd(22)}${kind.columns.map((column) => column.name).join(", ")}`,
    ]),
  ];
}

function describeColumns({ columns }: FileKind): string {
  const width = Math.max(...columns.map(({ name }) => name.length)) + 2;
  return columns.map((column) => describeColumn(column, width)).join("\n");
}

function describeColumn({ name, type, description, isOptional }: Column, width: number): string {
  const expected = isOptional ? `${type.expected}; may be blank` : type.expected;
  return `  ${name.padEnd(width)}${description}\n  ${"".padEnd(width)}(${expected})`;
}
