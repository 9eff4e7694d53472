import { buildSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { readGraphFacts } from "../../src/reports/graph-facts.js";
import { readPages } from "../../src/reports/read-pages.js";
import { readReport } from "../../src/reports/read-report.js";
import type { Report } from "../../src/reports/report.js";

const sdl = `
  type Query { books: [Book] }
  type Book { title: String prizes: [Prize] languages: [String] }
  type Prize { name: String year: Int }`;
const facts = readGraphFacts(buildSchema(sdl), parse(sdl));

function reportWith(only: string): Report {
  const title = '{ en: "Books", vi: "Sách" }';
  const text = [
    "# Books.",
    `# @report(title: ${title}, description: ${title}, only: ${only})`,
    "query Books { books { title languages prizes { name year } } }",
  ].join("\n");
  const found = readReport({ name: "books", file: "books.graphql", text }, facts);
  if (found?.kind !== "report") throw new Error("Expected a report.");
  return found.report;
}

async function titlesOf(report: Report, answer: object, isPartial = false): Promise<unknown[]> {
  const ask = async () => ({ status: 200, text: JSON.stringify(answer), hasData: true });
  const { signal } = new AbortController();
  const titles: unknown[] = [];
  for await (const { rows } of readPages(report, { variables: {}, language: "en", ask, isPartial, signal }))
    titles.push(...rows.map(([title]) => title));
  return titles;
}

const books = [
  { title: "none", languages: ["vi"], prizes: [] },
  { title: "one", languages: [], prizes: [{ name: "Gold", year: null }] },
  {
    title: "two",
    languages: ["vi"],
    prizes: [
      { name: "Gold", year: 2020 },
      { name: null, year: 2021 },
    ],
  },
];

test.each([
  ["[]", ["none", "one", "two", "two"]],
  ['["prizes.name"]', ["one", "two"]],
  ['["prizes.year"]', ["two", "two"]],
  ['["prizes.name", "year"]', ["two"]],
  ['["languages"]', ["none", "two", "two"]],
])("a row with an empty cell in a column of `only` is left out: %s", async (only, expected) => {
  expect(await titlesOf(reportWith(only), { data: { books } })).toEqual(expected);
});

test("no row is left out of a page in which something failed", async () => {
  const answer = { data: { books: [{ title: "lost", languages: null, prizes: null }] }, errors: [{}] };
  expect(await titlesOf(reportWith('["prizes.name"]'), answer, true)).toEqual(["lost"]);
});

test("a column of `only` that the table does not have is an error of the header", () => {
  expect(() => reportWith('["pages"]')).toThrow(/expected one of the columns .*, but got: pages/);
});
