import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { foldersOf } from "@an-sinh/gateway/pages";
import {
  allBooks,
  failure,
  reportDocument,
  startReports,
  type ReportsUnderTest,
} from "../../gateway/test/support/report-graph.js";
import { contentOf } from "./support/downloads.js";
import { openPage, type OpenedPage } from "./support/open-page.js";

const manyBooks = reportDocument(
  "",
  `query ManyBooks($first: Int = 100, $after: String) {
    books(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id pages } } }
  }`,
);

let graph: ReportsUnderTest;
/** The first books of the pages that were asked for. */
let asked: number[];
/** What happens before a page is there. */
let onPage: (start: number) => void | Promise<void>;

beforeAll(async () => {
  const shelf = { size: 3_000, onPage: (start: number) => (asked.push(start), onPage(start)) };
  const pages = foldersOf(["console"]);
  graph = await startReports({ "all-books": allBooks, "many-books": manyBooks }, shelf, { pages });
});

beforeEach(() => {
  asked = [];
  onPage = () => {};
});

afterAll(() => graph[Symbol.asyncDispose]());

const open = (fragment: string): Promise<OpenedPage> => openPage(`${graph.url}/console/#report=${fragment}`);
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

/** Holds all pages after this one, until they are let go. */
function holdAfter(start: number) {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  onPage = (next) => (next > start ? held : undefined);
  return { letGo: () => letGo() };
}

test("Stop ends a report: its rows stay, and the server asks for no further page", async () => {
  const { letGo } = holdAfter(0);
  await using opened = await open("all-books&view=table");
  const { page } = opened;
  await page.getByRole("status").filter({ hasText: "5 of about 3,000 rows" }).waitFor();
  const isCut = page.waitForEvent("requestfailed");
  await press(page, "Stop");
  await isCut;
  // It comes after the end of the connection.
  await graph.get("");
  letGo();
  await page.getByRole("status").filter({ hasText: "Stopped after 5 rows" }).waitFor();
  await page.getByText("Sách 5").waitFor();
  await graph.query('{ books(first: 1, after: "9") { totalCount } }');
  // The second is the count of the rows to come.
  expect(asked).toEqual([0, 0, 5, 9]);
});

test("a download shows how much is there, and can be stopped", async () => {
  await using opened = await open("all-books");
  const { page } = opened;
  const { letGo } = holdAfter(2_990);
  await press(page, "Show report");
  await page.getByRole("status").filter({ hasText: "2,995 of about 3,000 rows" }).waitFor();
  await page.getByRole("link", { name: "CSV" }).click();
  await page.getByText(/Downloading … +[1-9][\d.]* kB/).waitFor();
  await press(page, "Stop the download");
  await page.getByRole("link", { name: "CSV" }).click();
  const saving = page.waitForEvent("download");
  letGo();
  const text = String(await contentOf(await saving));
  expect(text.trim().split("\r\n")).toHaveLength(3_001);
  await page
    .getByRole("status")
    .filter({ hasText: /^Downloaded: .* kB$/ })
    .waitFor();
});

test("a download that breaks off is told, and leaves no file", async () => {
  await using opened = await open("all-books");
  const { page } = opened;
  let saved = 0;
  page.on("download", () => (saved += 1));
  await press(page, "Show report");
  await page.getByRole("status").filter({ hasText: "3,000 rows" }).waitFor();
  onPage = (start) => {
    if (start === 50) throw failure("INTERNAL");
  };
  await page.getByRole("link", { name: "Excel (XLSX)" }).click();
  await page.getByRole("alert").filter({ hasText: "no file was saved" }).waitFor();
  onPage = () => {
    throw failure("INTERNAL");
  };
  await page.getByRole("link", { name: "CSV" }).click();
  await page.getByRole("alert").filter({ hasText: "The download failed" }).waitFor();
  expect(saved).toBe(0);
});

test("of thousands of rows those are drawn that are seen, and a screen reader knows their number and order", async () => {
  await using opened = await open("many-books&view=table");
  const { page } = opened;
  await page
    .getByRole("status")
    .filter({ hasText: /^3,000 rows$/ })
    .waitFor();
  const heading = page.getByRole("columnheader", { name: "Pages" });
  await heading.getByRole("button").click();
  await heading.getByRole("button").click();
  expect(await heading.getAttribute("aria-sort")).toBe("descending");
  expect(await page.getByRole("row").nth(1).textContent()).toContain("30,000");
  await page.getByRole("region", { name: "Books" }).press("End");
  await page.getByRole("cell", { name: "b1", exact: true }).waitFor();
  expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe("3001");
  expect(await page.locator("tr[aria-rowindex='3001']").textContent()).toContain("b1");
  expect(await page.getByRole("row").count()).toBeLessThan(80);
});
