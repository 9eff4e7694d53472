import { describe, expect, test } from "vitest";
import { departments, dialects, startDatabase, type TestDatabase } from "./support/database.js";
import { fixture, importFixtures, importUnchecked } from "./support/files.js";

/** All tables of a department, each with its rows, but for the version of the data, which each import changes. */
async function tablesOf({ database, query }: TestDatabase): Promise<Record<string, readonly string[]>> {
  const tables: Record<string, readonly string[]> = {};
  for (const { tableName } of database.reader.entityMetadatas) {
    if (tableName === "data_version") continue;
    const rows = await query<object>(`SELECT * FROM ${tableName}`);
    tables[tableName] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return tables;
}

/** Other choices where a column has only one in its file. */
const choices: Readonly<Record<string, string>> = {
  WOMENS_UNION: "FARMERS_UNION",
  FARMERS_UNION: "WOMENS_UNION",
};

/** Other values for a cell, of the kind of value that it has. */
function othersOf(cell: string): readonly string[] {
  const [, year = "", rest = ""] = /^(\d{4})(-\d\d-\d\d)$/.exec(cell) ?? [];
  if (year !== "") return [`${Number(year) - 2}${rest}`, `${Number(year) + 1}${rest}`];
  if (/^\d{1,13}$/.test(cell)) return ["0", String(Math.floor(Number(cell) / 2)), String(Number(cell) + 1)];
  if (cell === "yes" || cell === "no") return [cell === "yes" ? "no" : "yes"];
  return cell in choices ? [choices[cell] ?? ""] : ["", cell.replace(/"?$/, " 2$&")];
}

/** Outside of quotes. */
const endOfLine = /\n(?=(?:[^"]*"[^"]*")*[^"]*$)/;
const comma = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** The file with other values in one column: in its first line, in all lines, or those of the lines below. */
function variantsOf(content: string, column: number): readonly string[] {
  const [header = "", ...lines] = content.trimEnd().split(endOfLine);
  const rows = lines.map((line) => line.split(comma));
  const cells = rows.map((row) => row[column] ?? "");
  const columns = [
    ...[0, 1, 2].map((which) =>
      cells.map((cell, line) => (line === 0 ? (othersOf(cell)[which] ?? cell) : cell)),
    ),
    ...[0, 1, 2].map((which) => cells.map((cell) => othersOf(cell)[which] ?? cell)),
    [...cells.slice(1), cells[0] ?? ""],
  ].filter((changed) => changed.some((cell, line) => cell !== cells[line]));
  const unique = new Set(columns.map((changed) => JSON.stringify(changed)));
  return [...unique].map((text) => {
    const changed = JSON.parse(text) as string[];
    const whole = rows.map((row, line) => row.with(column, changed[line] ?? "").join(","));
    return `${[header, ...whole].join("\n")}\n`;
  });
}

/** Loans of which more is derived: one that fell due, and one of which the bank reported what was overdue. */
const moreLines: Readonly<Record<string, string>> = {
  loans: `l4,POOR_HOUSEHOLDS,HOUSEHOLD,h4,p4,,00001,00001,Trồng cây,50000000,6.6,2019-03-24,2021-03-24,10000000,0,2025-12-31,,office-1,,OVERDUE
l5,POOR_HOUSEHOLDS,HOUSEHOLD,h5,p5,,00001,00001,Trồng cây,50000000,6.6,2019-03-24,2029-03-24,10000000,0,2025-06-30,,office-1,,PARTLY_OVERDUE
`,
  repayments: `l4-1,l4,20000000,0,2020-08-05
l4-2,l4,20000000,0,2023-08-05
l5-1,l5,20000000,0,2020-08-05
l5-2,l5,20000000,0,2023-08-05
`,
  "year-end-balances": `l5,2019,50000000,45000000,PARTLY_OVERDUE
l5,2020,30000000,25000000,PARTLY_OVERDUE
l5,2021,30000000,30000000,OVERDUE
l5,2022,30000000,0,FROZEN
l5,2023,10000000,9000000,PARTLY_OVERDUE
l5,2024,10000000,0,CURRENT
`,
};
const contentOf = (department: string, kind: string) => fixture(department, kind) + (moreLines[kind] ?? "");

const inOrder = (name: string) =>
  departments.find((one) => one.name === name)?.kinds.map((kind) => kind.name) ?? [];

/** For each column, imports the variants of a file and then the file. Returns how many variants were stored. */
async function importVariants(target: TestDatabase, kind: string): Promise<number> {
  const content = contentOf(target.department.name, kind);
  const { key, columns } = target.kind(kind);
  let before = await tablesOf(target);
  let stored = 0;
  for (const [index, name] of (content.split("\n")[0] ?? "").split(",").entries()) {
    const { property } = columns.find((column) => column.name === name) ?? {};
    if (property !== undefined && key.includes(property)) continue;
    let isLarger = false;
    for (const variant of variantsOf(content, index)) {
      const { rejected, inserted } = await importUnchecked(target, kind, variant);
      if (rejected === 0) stored += 1;
      isLarger ||= inserted > 0;
    }
    await importUnchecked(target, kind, content);
    // No file takes back rows that it does not name.
    if (isLarger) before = await tablesOf(target);
    expect(await tablesOf(target), `${kind}, ${name}`).toEqual(before);
  }
  return stored;
}

/** All columns of the territory are its key. */
const all = departments.flatMap(({ name }) =>
  inOrder(name)
    .filter((kind) => kind !== "territory")
    .map((kind) => ["sqlite", name, kind] as const),
);
const some = [
  ["mysql", "credit-programs", "repayments"],
  ["mysql", "households", "members"],
] as const;

describe("the old file, imported after a new one, gives back every table as it was", () => {
  test.each([...all, ...(dialects.includes("mysql") ? some : [])])(
    "on %s, of %s: %s",
    async (dialect, name, kind) => {
      await using target = await startDatabase(name, dialect);
      await importFixtures(target, ...inOrder(name));
      for (const each of inOrder(name)) await importUnchecked(target, each, contentOf(name, each));
      for (const each of inOrder(name)) await importUnchecked(target, each, contentOf(name, each));
      expect(await importVariants(target, kind)).toBeGreaterThan(0);
    },
  );
});
