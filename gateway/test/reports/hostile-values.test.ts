import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildASTSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { readGraphFacts } from "../../src/reports/graph-facts.js";
import { readCatalog } from "../../src/reports/report-catalog.js";
import type { ReportColumn } from "../../src/reports/report-columns.js";
import { readReport } from "../../src/reports/read-report.js";
import type { Cell } from "../../src/reports/table-rows.js";
import { writeCsv } from "../../src/reports/write-csv.js";
import { Archive } from "../../src/reports/xlsx/archive.js";
import { escapeXml } from "../../src/reports/xlsx/sheet-rows.js";
import { secretLookupDirective } from "../support/audited-gateway.js";
import { allBooks, bookSubgraphs, reportDocument } from "../support/report-graph.js";

/** How spreadsheets read "_x0041_", from the left to the right. */
const asRead = (xml: string) =>
  xml.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

test("every text of signs that look like an escape is read from a spreadsheet as it was", () => {
  const parts = ["_", "x0041", "_x0041_", "\u0001", "A", "x005F", "\r"];
  const texts = parts.flatMap((a) =>
    parts.flatMap((b) => parts.flatMap((c) => parts.map((d) => a + b + c + d))),
  );
  expect(texts.filter((text) => asRead(escapeXml(text)) !== text)).toEqual([]);
});

/** A CSV file with one column. */
async function csvOf(kind: ReportColumn["kind"], cells: readonly Cell[]): Promise<string> {
  const title = { en: "A", vi: "A" };
  const rest = { isJoined: false, description: null, department: null, role: "VALUE", values: null } as const;
  async function* pages() {
    yield { rows: cells.map((cell) => [cell]), errors: [], items: 0, isLast: true };
  }
  const texts: string[] = [];
  const columns = [{ name: "a", title, kind, ...rest }];
  for await (const text of writeCsv(pages(), { columns, language: "en", hasMark: false })) texts.push(text);
  return texts.join("");
}

test.each(["integer", "money", "date", "boolean", "text"] as const)(
  "a text in a column of the kind %s is none that a spreadsheet runs",
  async (kind) => {
    const text = await csvOf(kind, ["=1+1", "@a", ["-1", "=2"]]);
    expect(text).toBe(`A\r\n'=1+1\r\n'@a\r\n"'-1; =2"\r\n`);
  },
);

test("a number below zero stays one in a column of numbers", async () => {
  const text = await csvOf("money", [-5, "-12345678901234567890", -1e-7]);
  expect(text).toBe("A\r\n-5\r\n-12345678901234567890\r\n-1e-7\r\n");
});

test("a file that is larger than its ZIP archive can say fails", () => {
  const file = new Archive(100).add("a.xml");
  file.write("a".repeat(100));
  expect(() => file.write("a")).toThrow(
    "The report does not fit into a spreadsheet: a file has at most 100 bytes",
  );
});

test("an operation that finds something by a secret is no report: its parameters would stand in URLs", () => {
  const sdl = `${secretLookupDirective}
    type Query { member(card: String!): Member @secretLookup(perMinute: 3) }
    type Member { id: Int }`;
  const facts = readGraphFacts(buildASTSchema(parse(sdl), { assumeValidSDL: true }), parse(sdl));
  const text = reportDocument(
    'parameters: [{ name: "card", title: { en: "Card", vi: "Thẻ" } }]',
    "query Member($card: String!) { found: member(card: $card) { id } }",
  );
  expect(() => readReport({ name: "member", file: "member.graphql", text }, facts)).toThrow(
    "member.graphql: expected no member: a URL is no place for the secret that it takes",
  );
});

const [{ sdl: sdlOfBooks } = { sdl: "" }] = bookSubgraphs({ size: 1 });
const factsOfBooks = readGraphFacts(
  buildASTSchema(parse(sdlOfBooks), { assumeValidSDL: true }),
  parse(sdlOfBooks),
);

test.each([
  [
    "a header that is too deep",
    `# @report(title: ${"[".repeat(20_000)})\nquery Odd { books { totalCount } }`,
  ],
  [
    "a selection that is too deep",
    reportDocument("", `query Odd ${"{ a ".repeat(20_000)}${"}".repeat(20_000)}`),
  ],
  ["a fragment in itself", reportDocument("", "query Odd { ...a } fragment a on Query { ...a }")],
  ["no text", "\u0000# @report(\u0000"],
  ["half an operation", "# @report(\nquery {"],
])("a file with %s leaves the other reports as they are", async (_what, odd) => {
  const folder = mkdtempSync(join(tmpdir(), "reports-"));
  writeFileSync(join(folder, "odd.graphql"), odd);
  writeFileSync(join(folder, "all-books.graphql"), allBooks);
  const { reports } = await readCatalog(folder, factsOfBooks);
  expect([...reports.keys()]).toEqual(["all-books"]);
  rmSync(folder, { recursive: true });
});
