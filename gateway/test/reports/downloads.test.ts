import { parse as parseCsv } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allBooks, startReports, toBook, type ReportsUnderTest } from "../support/report-graph.js";

interface Download {
  readonly columns: readonly { readonly name: string; readonly kind: string }[];
  readonly rows: readonly (readonly unknown[])[];
  readonly isComplete: boolean;
}

const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
/** What the API says of all books, in the order of its list. */
const books = numbers.map(toBook);

describe.each(["compiled", "stock"] as const)("with the %s executor", (executor) => {
  let graph: ReportsUnderTest;
  const pages: number[] = [];
  beforeAll(async () => {
    graph = await startReports(
      { "all-books": allBooks },
      { size: 12, onPage: (start) => void pages.push(start) },
      { executor },
    );
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  test("a JSON download has the rows of all pages in the order of the list, each page asked for once", async () => {
    pages.length = 0;
    const response = await graph.get("all-books.json");
    const { rows, columns, isComplete } = (await response.json()) as Download;
    expect(rows).toEqual(
      books.map(({ tags, ...book }) => [...Object.values(book), tags.length > 0 ? tags.join("; ") : null]),
    );
    expect(columns.map(({ name, kind }) => `${name.replace("books.", "")} ${kind}`)).toEqual([
      "id text",
      "title text",
      "kind text",
      "pages integer",
      "price money",
      "printedOn date",
      "soldPercent percent",
      "isLent boolean",
      "tags text",
    ]);
    expect(isComplete).toBe(true);
    expect(pages).toEqual([0, 5, 10]);
  });

  test("a CSV file has the same rows, titles in the first, and no text that a spreadsheet runs", async () => {
    const response = await graph.get("all-books.csv");
    const text = await response.text();
    const [titles, ...rows] = parseCsv(text, { record_delimiter: "\r\n" });
    expect(titles).toEqual([
      "Id",
      "Title",
      "Kind",
      "Pages",
      "Price",
      "Printed on",
      "Sold percent",
      "Is lent",
      "Tags",
    ]);
    expect(rows.map(([, title = ""]) => title.replace(/^'=/, "="))).toEqual(books.map(({ title }) => title));
    expect(rows[6]).toEqual([
      "b7",
      `'=Book "7"; a`,
      "Poetry",
      "70",
      "7000",
      "2024-02-29",
      "0.875",
      "false",
      "t7; all",
    ]);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="all-books.csv"');
  });

  test("an XLSX file that is opened again has the values of the API, in their types", async () => {
    const response = await graph.get("all-books.xlsx?lang=vi");
    const file = Buffer.from(await response.arrayBuffer());
    const [, ...rows] = await readSheet(file, "Dữ liệu");
    expect(rows).toEqual(
      books.map(({ kind, printedOn, tags, ...book }) => {
        const [id, title, ...values] = Object.values(book);
        const [pageCount, price, ...others] = values;
        const day = printedOn === null ? null : new Date(`${printedOn}T00:00:00Z`);
        const kindTitle = kind === "NOVEL" ? "Novel" : "Poetry";
        return [
          id,
          title,
          kindTitle,
          pageCount,
          price,
          day,
          ...others,
          tags.length > 0 ? tags.join("; ") : null,
        ];
      }),
    );
  });
});

test("the second sheet of an XLSX file says for what it was asked and where its columns come from", async () => {
  await using graph = await startReports({ "all-books": allBooks });
  const file = Buffer.from(await (await graph.get("all-books.xlsx?kind=NOVEL")).arrayBuffer());
  const rows = await readSheet(file, "About");
  expect(rows.map((row) => row.filter((cell) => cell !== null))).toEqual(
    expect.arrayContaining([
      ["Report", "Books"],
      ["Rows", 12],
      ["Kind", "Novel"],
      ["Price", "books.price", "books", "value", "In dong."],
    ]),
  );
});

test("a CSV file begins with a byte order mark where that is asked for", async () => {
  await using graph = await startReports({ "all-books": allBooks });
  const bytes = async (query: string) =>
    Buffer.from(await (await graph.get(`all-books.csv${query}`)).arrayBuffer())
      .subarray(0, 3)
      .toString("hex");
  expect(await bytes("?bom=true")).toBe("efbbbf");
  expect(await bytes("")).not.toBe("efbbbf");
});
