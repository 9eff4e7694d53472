import type { Page } from "playwright-core";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { official } from "../support/callers.js";
import { tokenOf } from "../support/tokens.js";
import { startBreakableReports } from "./support/breakable-reports.js";
import { downloaded, picture } from "./support/downloads.js";
import { graphUrl, openPage } from "./support/open-page.js";
import { refuseStorage } from "./support/refuse-storage.js";
import { seriousFaults } from "./support/serious-faults.js";

const poverty = "/console/#report=poverty-by-commune&view=";
const done = (page: Page) => page.getByRole("status").filter({ hasText: /^[\d,]+ rows$/ });
const figure = (page: Page) => page.getByRole("img", { name: /by |Map/ });

async function signIn(page: Page, token: string): Promise<void> {
  await page.getByText("Sign in", { exact: true }).click();
  await page.getByLabel("Access token").fill(token);
  await page.getByRole("button", { name: "Use token" }).click();
}

async function reportRows(query: string): Promise<readonly (readonly unknown[])[]> {
  const response = await fetch(`${graphUrl}/reports/poverty-by-commune.json?${query}`);
  const { rows } = (await response.json()) as { rows: unknown[][] };
  return rows;
}

test("a report goes from its parameters to a table, a chart and a spreadsheet with the values of the API", async () => {
  await using opened = await openPage("/console");
  const { page, foreign, problems } = opened;
  await page.getByLabel("Search reports").fill("commune year poverty");
  await page.getByRole("link", { name: /^Poverty by commune/ }).click();
  await page.getByLabel("From year").fill("2024");
  await page.getByRole("button", { name: "Show report" }).click();
  await done(page).waitFor();
  const rows = await reportRows("fromYear=2024");
  expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe(String(rows.length + 1));
  await page.getByRole("tab", { name: "Over time" }).click();
  await figure(page).waitFor();
  const sheet = await readSheet(await downloaded(page, page.getByRole("link", { name: "Excel (XLSX)" })));
  expect(sheet.slice(1).map((row) => row.slice(0, 5))).toEqual(rows.map((row) => row.slice(0, 5)));
  expect({ foreign, problems }).toEqual({ foreign: [], problems: [] });
});

test("the picture of a chart is saved with its title, and is one that a browser draws", async () => {
  await using opened = await openPage(`${poverty}chart&chart=1&p.toYear=2024&lang=vi`);
  const { page, problems } = opened;
  await page.getByRole("img", { name: /Hộ nghèo/ }).waitFor();
  const saved = (kind: string) => downloaded(page, page.getByRole("button", { name: kind }));
  const svg = await saved("SVG");
  expect(String(svg)).toContain(">Hộ nghèo, hộ cận nghèo theo xã và năm</text>");
  expect(String(svg)).not.toContain("var(");
  const drawn = await picture(page, svg, "image/svg+xml");
  expect(drawn.colors).toBeGreaterThan(2);
  const { width, height, colors } = await picture(page, await saved("PNG"), "image/png");
  expect([width, height]).toEqual([2 * drawn.width, 2 * drawn.height]);
  expect(colors).toBeGreaterThan(2);
  expect(problems).toEqual([]);
});

test("names in a table are in the language of the page, also when it is switched", async () => {
  await using opened = await openPage("/console/#report=credit-by-program&view=table&lang=en");
  const { page, problems } = opened;
  await page.getByRole("cell", { name: "Loans to poor households" }).waitFor();
  await page.getByText("VI", { exact: true }).click();
  await page.getByRole("cell", { name: "Cho vay hộ nghèo" }).waitFor();
  expect(problems).toEqual([]);
});

test("a link to another view of the open report is followed, and units of a link are called by their names", async () => {
  const report = "report=fund-for-the-poor-by-year&view=table";
  await using opened = await openPage(`/console/#${report}&p.units=27%400`);
  const { page } = opened;
  await page.getByRole("button", { name: "Remove Tỉnh Bắc Ninh" }).waitFor();
  await page.evaluate(`location.hash = "#${report}&p.units=01%400&p.fromYear=2024"`);
  await page.getByRole("button", { name: "Remove Thành phố Hà Nội" }).waitFor();
  expect(await page.getByLabel("From year").inputValue()).toBe("2024");
  await page.emulateMedia({ media: "print" });
  await page.getByText("Units: Thành phố Hà Nội · From year: 2024").waitFor();
});

test("a text is kept as it is typed, with the spaces between its words", async () => {
  await using opened = await openPage("/console/#report=published-against-computed");
  const program = opened.page.getByLabel("Program");
  await program.pressSequentially("social housing");
  expect(await program.inputValue()).toBe("social housing");
});

test("a browser that may keep nothing shows the console", async () => {
  await using opened = await openPage("/schema.graphql");
  const { page, problems } = opened;
  await refuseStorage(page);
  await page.goto(new URL("/console/", graphUrl).href);
  await page.getByRole("heading", { name: "Choose a report" }).waitFor();
  expect(problems).toEqual([]);
});

test.each([
  ["light", 390, ["Table", "Over time"]],
  ["dark", 1280, ["Bars", "Map"]],
] as const)("axe finds nothing serious in %s at a width of %i", async (colorScheme, width, views) => {
  const viewport = { width, height: 800 };
  await using opened = await openPage(`${poverty}table&p.fromYear=2025`, { colorScheme, viewport });
  const { page } = opened;
  await done(page).waitFor();
  const found: string[] = [];
  for (const name of views) {
    await page.getByRole("tab", { name }).click();
    if (name !== "Table") await figure(page).waitFor();
    found.push(...(await seriousFaults(page)));
  }
  expect(found).toEqual([]);
});

test("a department that fails in the middle is named, and what the others gave stays", async () => {
  await using reports = await startBreakableReports(3);
  await using opened = await openPage(`${reports.url}/console/#report=households-and-loans`);
  const { page } = opened;
  const token = (await tokenOf(official)) ?? "";
  await signIn(page, token);
  await page.getByLabel("Unit").fill("yen phong");
  await page.getByRole("option", { name: /Huyện Yên Phong.*until 30 Jun 2025/ }).click();
  await page.getByRole("button", { name: "Show report" }).click();
  await done(page).waitFor();
  const alert = page.getByRole("alert");
  expect(await alert.textContent()).toMatch(/Policy credit did not answer.*Principal/);
  expect(await page.getByRole("row").nth(1).textContent()).not.toContain("no answer");
  await page.getByRole("region", { name: "Households and loans" }).press("End");
  await page.getByText("no answer: the reason stands above").first().waitFor();
  expect(page.url()).not.toContain(token);
});
