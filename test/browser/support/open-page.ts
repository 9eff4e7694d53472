import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { inject } from "vitest";
import "../../support/browser.setup.js";

const { url: graphUrl, token, endpoint } = inject("browser");

/** The graph that all tests ask. */
export { graphUrl, token };

let connected: Promise<Browser> | undefined;

/** A page that tells what it asked for, and what went wrong in it. Closing it forgets all that it kept. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  /** The addresses of all requests to other servers than that of the page. */
  readonly foreign: readonly string[];
  /** Errors of its scripts, and what its policy refused. */
  readonly problems: readonly string[];
}

/** Opens a path of the graph, or an address of this machine, in a browser without a network. */
export async function openPage(path: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  connected ??= chromium.connect(endpoint);
  const address = new URL(path, graphUrl);
  const context = await (await connected).newContext({ locale: "en-US", ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const foreign: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== address.origin) foreign.push(request.url());
  });
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (said) => void (said.type() === "error" && problems.push(said.text())));
  await page.goto(address.href);
  return { page, foreign, problems, [Symbol.asyncDispose]: () => context.close() };
}
