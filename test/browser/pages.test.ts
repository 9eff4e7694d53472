import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { foldersOf } from "@an-sinh/gateway/pages";
import { startGateway } from "../../gateway/test/support/gateway.js";
import { openPage } from "./support/open-page.js";
import { serveSandbox } from "./support/sandbox.js";
import { seriousFaults } from "./support/serious-faults.js";

test("pages lead to each other, and a report to its operation with what was filled in", async () => {
  await using opened = await openPage("/docs");
  const { page, problems } = opened;
  await page.getByRole("link", { name: "Reports" }).click();
  await page.getByRole("link", { name: "API reference" }).waitFor();
  await page.getByRole("link", { name: /^Poverty by commune/ }).click();
  await page.getByLabel("From year").fill("2024");
  await page.getByRole("button", { name: "Show report" }).click();
  await page.getByRole("link", { name: /^Open the query of this report/ }).click();
  await page.locator(".graphiql-query-editor").getByText("PovertyByCommune").waitFor();
  expect(await page.locator(".graphiql-editor-tool").textContent()).toContain('"fromYear": 2024');
  await page.getByRole("button", { name: /^Execute query/ }).click();
  await page.locator(".result-window").getByText("Phường Bắc Giang").first().waitFor();
  await page.getByRole("link", { name: "Reference" }).waitFor();
  expect(problems).toEqual([]);
});

const query = (page: Page) => page.locator(".graphiql-query-editor").getByText("administrativeUnit");

test("axe finds nothing serious in the reference and in the page at /", async () => {
  await using opened = await openPage("/docs");
  const { page } = opened;
  await page.getByRole("heading", { name: /^Query/ }).waitFor();
  const found = await seriousFaults(page);
  await serveSandbox(page);
  await page.goto(new URL("/", page.url()).href);
  await page.locator("#sandbox", { hasText: "Sandbox" }).waitFor();
  expect([...found, ...(await seriousFaults(page))]).toEqual([]);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing serious in the explorer in %s",
  async (colorScheme) => {
    await using opened = await openPage("/explorer", { colorScheme });
    await query(opened.page).waitFor();
    expect(await seriousFaults(opened.page)).toEqual([]);
  },
);

test("a deprecated field is marked as such in the reference and beside the editor", async () => {
  const sdl = 'type Query { old: Int @deprecated(reason: "Ask new.") new: Int }';
  const pages = foldersOf(["explorer", "docs"]);
  await using gateway = await startGateway([{ name: "a", sdl, resolvers: {} }], "local", { pages });
  await using opened = await openPage(`${gateway.url}/docs/`);
  const { page } = opened;
  await page.getByRole("main").getByText("Deprecated. Ask new.").waitFor();
  await page.getByLabel("Search").fill("old");
  const struck = "getComputedStyle(document.querySelector('#names a')).textDecorationLine";
  expect(await page.evaluate(struck)).toBe("line-through");
  await page.goto(`${gateway.url}/explorer/`);
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  const reference = page.getByRole("region", { name: "Documentation Explorer" });
  await reference.getByRole("link", { name: "Query", exact: true }).click();
  await reference.getByRole("button", { name: "Show Deprecated Fields" }).click();
  await reference.getByText("Ask new.").waitFor();
});
