import { expect, test } from "vitest";
import { openPage } from "./support/open-page.js";

test("a reader without a network finds a field by its name, and reads what it is", async () => {
  await using opened = await openPage("/docs");
  const { page, foreign, problems } = opened;
  await page.getByLabel("Search").fill("household.loans");
  const names = page.getByRole("navigation", { name: "Types and fields" });
  await names.getByRole("link").click();
  await page.getByText("The loans of the household").waitFor();
  expect(page.url()).toMatch(/\/docs\/#Household\.loans$/);
  await page.getByRole("main").getByRole("link", { name: "Date", exact: true }).first().click();
  await page.getByRole("link", { name: /rfc3339/ }).waitFor();
  expect({ foreign, problems }).toEqual({ foreign: [], problems: [] });
});
