import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./support/open-page.js";

const poverty = "/console/#report=poverty-by-commune&view=";
const done = (page: Page) => page.getByRole("status").filter({ hasText: /^[\d,.]+ (rows|dòng)$/ });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const widthOf = (page: Page) => page.evaluate<number>("document.documentElement.scrollWidth");

test("a copied link opens the same report, parameters, language, chart and order", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  await using opened = await openPage(`${poverty}table`, { permissions });
  const { page } = opened;
  await page.getByLabel("From year").fill("2024");
  await press(page, "Show report");
  await press(page, "Poor households");
  await press(page, "Poor households");
  await press(page, "VI");
  await page.getByRole("tab", { name: "Cột" }).click();
  await press(page, "Chép liên kết");
  await page.getByText("Đã chép liên kết").waitFor();
  await using copy = await openPage(await page.evaluate("navigator.clipboard.readText()"));
  await copy.page.getByRole("tab", { name: "Cột", selected: true }).waitFor();
  expect(await copy.page.getByLabel("Từ năm").inputValue()).toBe("2024");
  await copy.page.getByRole("tab", { name: "Bảng" }).click();
  await done(copy.page).waitFor();
  const heading = copy.page.getByRole("columnheader", { name: "Hộ nghèo", exact: true });
  expect(await heading.getAttribute("aria-sort")).toBe("descending");
});

test("who has only a keyboard chooses a report and comes to its chart, and sees where the focus is", async () => {
  await using opened = await openPage("/console");
  const { page } = opened;
  const isOn = (text: RegExp) =>
    page.evaluate<string>("document.activeElement.innerText").then((shown) => text.test(shown));
  const walkTo = async (text: RegExp) => {
    for (let steps = 0; steps < 60 && !(await isOn(text)); steps += 1) await page.keyboard.press("Tab");
    expect(await isOn(text), String(text)).toBe(true);
    const outline = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle");
    expect(outline).toBe("solid");
  };
  await page.getByRole("heading", { name: "Choose a report" }).waitFor();
  await walkTo(/^Poverty by commune and year/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Poverty by commune and year" }).waitFor();
  await walkTo(/^Show report$/);
  await page.keyboard.press("Enter");
  await done(page).waitFor();
  await walkTo(/^Table$/);
  await page.keyboard.press("ArrowRight");
  await page.getByRole("tab", { name: "Over time", selected: true }).waitFor();
  await page.getByRole("img", { name: /by year/ }).waitFor();
});

test("the reader switches between English and Vietnamese, and what is shown stays", async () => {
  await using opened = await openPage(`${poverty}table`, { locale: "vi-VN" });
  const { page, problems } = opened;
  await done(page).waitFor();
  const shown = async () => [
    await page.locator("html").getAttribute("lang"),
    await page.getByRole("heading", { level: 1 }).textContent(),
    await page.getByRole("columnheader").nth(1).textContent(),
  ];
  expect(await shown()).toEqual(["vi", "Hộ nghèo, hộ cận nghèo theo xã và năm", "Tên đơn vị"]);
  await press(page, "EN");
  expect(await shown()).toEqual(["en", "Poverty by commune and year", "Unit"]);
  await done(page).waitFor();
  expect(problems).toEqual([]);
});

test("the console is as light or dark as the system, until the reader chooses", async () => {
  await using opened = await openPage("/console", { colorScheme: "light" });
  const { page } = opened;
  const ground = () => page.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor");
  await page.getByRole("heading", { name: "Choose a report" }).waitFor();
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html[data-theme=dark]").waitFor();
  expect(await ground()).not.toBe(light);
  await page.getByLabel("Appearance").selectOption("light");
  await page.reload();
  await page.getByRole("heading", { name: "Choose a report" }).waitFor();
  expect(await ground()).toBe(light);
});

test("a map draws the outlines that the server has, and tiles where it has none", async () => {
  await using opened = await openPage(`${poverty}map`);
  const { page } = opened;
  await done(page).waitFor();
  await page.getByRole("img", { name: /^Map/ }).waitFor();
  const outlines = page.locator("svg.figure path");
  expect(await outlines.locator("title").first().textContent()).toMatch(/^Phường Bắc Giang: 0\.\d\d %$/);
  expect(await page.locator("svg.figure path:not([d=''])").count()).toBe(3);
  await page.getByText(/ units of the report have no place on the map/).waitFor();
  await page.evaluate("location.hash = '#report=poverty-by-province&view=map'");
  await page.getByText("The map of this server has none of these units").waitFor();
  await page.locator("svg.figure rect").first().waitFor();
});

test("on a phone nothing but the table is wider than the screen", async () => {
  await using opened = await openPage("/console", { viewport: { width: 360, height: 740 } });
  const { page } = opened;
  await page.getByRole("heading", { name: "Choose a report" }).waitFor();
  const widths = [await widthOf(page)];
  for (const view of ["table", "chart", "map"]) {
    await page.evaluate(`location.hash = "report=poverty-by-commune&view=${view}&p.fromYear=2025&lang=vi"`);
    await done(page).waitFor();
    if (view !== "table") await page.locator("svg.figure").waitFor();
    widths.push(await widthOf(page));
  }
  expect(widths).toEqual([360, 360, 360, 360]);
});

// Between the margins: 180 mm and 267 mm.
test.each([
  ["poverty-by-commune", 680, "[0 0 594", 297],
  ["districts-before-and-after", 1009, "[0 0 841", 2],
])("%s is printed whole on A4, with its sources", async (name, width, size, rows) => {
  await using opened = await openPage(`/console/#report=${name}&view=table`, {
    viewport: { width, height: 700 },
  });
  const { page } = opened;
  await done(page).waitFor();
  await page.evaluate(
    "addEventListener('beforeprint', () => window.printed = document.querySelectorAll('#print-rows tbody tr').length)",
  );
  const pdf = String(await page.pdf({ preferCSSPageSize: true }));
  expect(pdf).toContain(`/MediaBox ${size}`);
  expect(await page.evaluate("window.printed")).toBe(rows);
  await page.emulateMedia({ media: "print" });
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  await page.locator("#print-rows table").waitFor();
  expect(await widthOf(page)).toBe(width);
  await page.getByRole("heading", { name: "Sources and definitions" }).waitFor();
  expect(await page.getByRole("banner").isVisible()).toBe(false);
});
