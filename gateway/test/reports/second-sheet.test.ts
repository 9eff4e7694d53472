import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sheetCells } from "../../src/reports/xlsx/sheet-cells.js";
import { styles } from "../../src/reports/xlsx/workbook-parts.js";
import { failure, reportDocument, startReports, type ReportsUnderTest } from "../support/report-graph.js";

const title = (words: string) => `title: { en: "${words}", vi: "${words}" }`;
const ofBooks = reportDocument(
  `parameters: [
    { name: "of", ${title("Of")}, choices: "books" } { name: "from", ${title("From")} } { name: "kind", ${title("Kind")} }
  ]`,
  `query OfBooks($of: [ID!] = ["b1"], $from: Int, $kind: Kind) {
    shelf(name: "A") { name } books(of: $of, from: $from, kind: $kind) { pageInfo { hasNextPage } edges { node { id } } }
  }`,
);
const choices = `# @choices(value: "id", title: "title", values: "of")
query Books($of: [ID!]) { books(first: 2, of: $of) { edges { node { id title } } } }`;

let graph: ReportsUnderTest;
let isFailing = false;
beforeAll(async () => {
  const onPage = (_start: number, first: number) => {
    if (isFailing && first === 2) throw failure("DATABASE_UNAVAILABLE");
  };
  graph = await startReports({ "of-books": ofBooks, "choices/books": choices }, { size: 12, onPage });
});
afterAll(() => graph[Symbol.asyncDispose]());

const secondSheet = async (query: string) => {
  const response = await graph.get(`of-books.xlsx?${query}`);
  return readSheet(Buffer.from(await response.arrayBuffer()), 2);
};

test("the second sheet says what was chosen by its title, with the value that names it, and numbers as such", async () => {
  const rows = await secondSheet("of=b2&of=b9&from=2024&kind=POETRY");
  expect(rows.map((row) => row.slice(0, 2))).toEqual(
    expect.arrayContaining([
      ["Of", "Sách 2 (b2); b9"],
      ["From", 2024],
      ["Kind", "Poetry"],
    ]),
  );
});

test("a default is told by its title as well", async () => {
  const rows = await secondSheet("");
  expect(rows.find(([label]) => label === "Of")?.[1]).toBe("Sách 1 (b1)");
});

test("where titles cannot be had, the file has the values", async () => {
  isFailing = true;
  const rows = await secondSheet("of=b2");
  isFailing = false;
  expect(rows.find(([label]) => label === "Of")?.[1]).toBe("b2");
});

test("many chosen values are looked up without a listener for each", async () => {
  const warnings: string[] = [];
  const onWarning = ({ name }: Error) => void warnings.push(name);
  process.on("warning", onWarning);
  await secondSheet(Array.from({ length: 300 }, (_, index) => `of=b${index}`).join("&"));
  process.off("warning", onWarning);
  expect(warnings).toEqual([]);
});

test("the second sheet says when the file was made, in a cell with a time", async () => {
  const rows = await secondSheet("");
  const made = rows.find(([label]) => /^Made at \(UTC.*\)$/.test(String(label)));
  expect(made?.[1]).toBeInstanceOf(Date);
});

test.each([
  ["integer", "a.year", 2024, styles.year],
  ["integer", "a.fromYear", 2024, styles.year],
  ["integer", "a.housesDuringYear", 2024, styles.integer],
  ["money", "a.amount", 2024, styles.integer],
  ["number", "a.value", 2024, styles.integer],
  ["number", "a.value", 2024.5, styles.number],
] as const)(
  "of a column %s, %s, the number %d has separators, unless it is a year",
  (kind, name, value, style) => {
    const words = { en: "A", vi: "A" };
    const rest = {
      title: words,
      isJoined: false,
      description: null,
      department: null,
      role: "VALUE",
    } as const;
    expect(sheetCells({ ...rest, kind, name, values: null }, "en")(value)).toEqual({ value, style });
  },
);
