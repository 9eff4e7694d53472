import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { graphUrl, openPage, token } from "./support/open-page.js";
import { refuseStorage } from "./support/refuse-storage.js";
import { serveSandbox } from "./support/sandbox.js";

const editor = (page: Page) => page.locator(".graphiql-query-editor .CodeMirror");
const answer = (page: Page) => page.locator(".result-window");
const run = (page: Page) => page.getByRole("button", { name: /^Execute query/ }).click();

async function signIn(page: Page): Promise<void> {
  await page.getByLabel("Token").fill(token);
}

/** Takes the place of what is in the editor. */
async function write(page: Page, query: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(query);
}

test("a developer without a network writes a query with completion, reads about its field, and runs it", async () => {
  await using opened = await openPage("/explorer");
  const { page, foreign, problems } = opened;
  await page.getByRole("button", { name: "Show Documentation Explorer" }).waitFor();
  await write(page, '{ administrativeUnit(code: "24", on: "2025-12-31") { nam } }');
  await page.keyboard.press("End");
  for (let back = 0; back < 4; back += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Control+Space");
  await page.locator(".CodeMirror-hint", { hasText: /^name/ }).first().click();
  await run(page);
  await answer(page).getByText("Bắc Ninh").waitFor();
  expect({ foreign, problems }).toEqual({ foreign: [], problems: [] });
});

test("the description of a field is read beside the editor", async () => {
  await using opened = await openPage("/explorer");
  const { page } = opened;
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  const docs = page.getByRole("region", { name: "Documentation Explorer" });
  await docs.getByRole("link", { name: "Query", exact: true }).click();
  await docs.getByRole("link", { name: "administrativeUnit", exact: true }).click();
  expect(await docs.textContent()).toMatch(/AdministrativeUnit/);
});

test("a stored operation is an example, and Explain tells its cost, and its plan to whoever may see it", async () => {
  await using opened = await openPage("/explorer");
  const { page, problems } = opened;
  await page.getByRole("button", { name: "Show Examples" }).click();
  await page
    .getByRole("button", { name: /^old and new bac ninh/i })
    .first()
    .click();
  const explain = page.getByRole("button", { name: /^Explain: / });
  await explain.click();
  const pane = page.getByRole("region", { name: "Explain" });
  await pane.getByText(/points, most of it for/).waitFor();
  expect(await pane.textContent()).toContain("graph:debug");
  await signIn(page);
  await explain.click();
  await pane
    .getByText(/ statements?/)
    .first()
    .waitFor();
  expect(await pane.locator("li strong").first().textContent()).toBe("households");
  expect(problems).toEqual([]);
});

test("the first press on Explain opens its pane", async () => {
  await using opened = await openPage("/explorer");
  const { page } = opened;
  await page.locator(".graphiql-query-editor").getByText("administrativeUnit").waitFor();
  await page.getByRole("button", { name: /^Explain:/ }).click();
  await page.getByText(/points, most of it for/).waitFor();
  expect(await page.getByRole("region", { name: "Explain" }).isVisible()).toBe(true);
});

test("the token stays in the tab, and stands in no address", async () => {
  await using opened = await openPage("/explorer");
  const { page } = opened;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await signIn(page);
  await page.getByText("Signed in as official").waitFor();
  await write(page, "{ households(first: 1) { edges { node { code } } } }");
  await run(page);
  await answer(page).getByText('"code"').waitFor();
  await page.reload();
  await page.getByText("Signed in as official").waitFor();
  expect(asked.filter((url) => url.includes(token))).toEqual([]);
  expect(await page.evaluate<string>("JSON.stringify({ ...localStorage })")).toBe("{}");
});

test("a browser that may keep nothing shows the explorer", async () => {
  await using opened = await openPage("/schema.graphql");
  const { page, problems } = opened;
  await refuseStorage(page);
  await page.goto(new URL("/explorer", graphUrl).href);
  await page.locator(".graphiql-query-editor").getByText("administrativeUnit").waitFor();
  expect(problems).toEqual([]);
});

test("where its CDN can be reached, the page at / offers Apollo Sandbox and stays", async () => {
  await using opened = await openPage("/health");
  const { page } = opened;
  await serveSandbox(page);
  await page.goto(graphUrl);
  await page.locator("#sandbox", { hasText: "Sandbox" }).waitFor();
  expect(page.url()).toBe(`${graphUrl}/`);
});

test("without a network the page at / leads to the explorer", async () => {
  await using opened = await openPage("/");
  await opened.page.waitForURL("**/explorer/");
  expect(opened.page.url()).toBe(`${graphUrl}/explorer/`);
});

test("the explorer is as light or dark as the system", async () => {
  await using opened = await openPage("/explorer", { colorScheme: "light" });
  const { page } = opened;
  await editor(page).waitFor();
  const colorOf = "(selector) => getComputedStyle(document.querySelector(selector)).backgroundColor";
  const colors = () => page.evaluate<string[]>(`["body", ".graphiql-container"].map(${colorOf})`);
  const light = await colors();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await colors();
  expect([light[0], new Set([...light, ...dark]).size]).toEqual(["rgb(255, 255, 255)", 3]);
});
