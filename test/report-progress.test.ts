import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  allBooks,
  reportDocument,
  startReports,
  type ReportsUnderTest,
} from "../gateway/test/support/report-graph.js";
import { startInTerminal, type ProgramInTerminal } from "./support/program.js";

const untold = reportDocument(
  "",
  `query Untold($first: Int = 500, $after: String) {
    lent(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } }
  }`,
);
let onPage: (start: number) => void | Promise<void> = () => {};
let graph: ReportsUnderTest;
let folder: string;
beforeAll(async () => {
  const books = { size: 5_000, titleLength: 100, onPage: (start: number) => onPage(start) };
  graph = await startReports(
    { "all-books": allBooks.replace("$first: Int = 5", "$first: Int = 500"), untold },
    books,
  );
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  onPage = () => {};
  folder = mkdtempSync(join(tmpdir(), "report-"));
  return () => rmSync(folder, { recursive: true });
});

function inTerminal(name: string, file: string): ProgramInTerminal {
  const program = `"${process.execPath}" packages/deployment/dist/report.main.js`;
  return startInTerminal(`${program} ${name} --output "${join(folder, file)}" --url ${graph.url}`);
}

function holdAt(held: number): () => void {
  let letGo = () => {};
  const waiting = new Promise<void>((resolve) => (letGo = resolve));
  onPage = (start) => (start === held ? waiting : undefined);
  return letGo;
}

test.each([
  ["csv", /█{36}░{4} 90 % +4,500 of about 5,000 rows/],
  ["json", /█{36}░{4} 90 % +4,500 of about 5,000 rows/],
  // Its rows arrive by the packet.
  ["xlsx", /█+░+ [5-8]\d % +[234],\d{3} of about 5,000 rows/],
])(
  "a terminal shows a bar with the rows of a .%s that are there, and then what was written",
  async (format, bar) => {
    const letGo = holdAt(4_500);
    await using program = inTerminal("all-books", `books.${format}`);
    await program.until(bar);
    letGo();
    expect(await program.ended(), program.output()).toBe(0);
    expect(program.output()).toContain("Wrote 5,000 rows of all-books to");
    expect(readdirSync(folder)).toEqual([`books.${format}`]);
  },
);

test("without a number to expect, a terminal shows how many rows are there", async () => {
  await using program = inTerminal("untold", "books.csv");
  expect(await program.ended(), program.output()).toBe(0);
  expect(program.output()).toContain("500 rows");
  expect(program.output()).toContain("Wrote 5,000 rows of untold");
});

test("Ctrl-C in a terminal leaves no file, and the cursor as it was", async () => {
  const letGo = holdAt(1_000);
  await using program = inTerminal("all-books", "books.csv");
  await program.until(/1,000 of about 5,000 rows/);
  program.type("\u0003");
  await program.until(/Stopped. Nothing was written/);
  expect(await program.ended()).toBe(130);
  letGo();
  const [hidden, shown] = ["\u001b[?25l", "\u001b[?25h"];
  expect(program.output().lastIndexOf(shown)).toBeGreaterThan(program.output().lastIndexOf(hidden));
  expect(readdirSync(folder)).toEqual([]);
});
