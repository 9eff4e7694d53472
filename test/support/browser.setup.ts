import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { official } from "./callers.js";
import { browserOptions, findChromium } from "./chromium.js";
import { root } from "./documents.js";
import "./prepared-databases.js";
import { startProgram } from "./program.js";
import { tokenOf, writeKeys } from "./tokens.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the tests in a browser find the graph that all of them ask, and the browser. */
    browser: {
      readonly url: string;
      /** Of an official who may see everything, and query plans. */
      readonly token: string;
      /** To connect to the browser. */
      readonly endpoint: string;
    };
  }
}

const startGraph = (settings: Readonly<Record<string, string>>) =>
  startProgram("packages/deployment/dist/embedded.main.js", { PORT: "0", ...settings });

/** Starts the graph as a developer does, and one browser, for all tests. The sample has to be loaded before. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-browser-"));
  const databases = Object.values(project.getProvidedContext().settings);
  const own = { DATA_DIR: folder, CONSOLE_GEOMETRY_FILE: join(root, "test/fixtures/communes.geojson") };
  const settings = Object.assign(own, await writeKeys(folder), ...databases);
  const graph = startGraph({ ...settings, AUDIT_DIR: join(folder, "audit") });
  const executablePath = findChromium() ?? "";
  const browser = await chromium.launchServer({ executablePath, ...browserOptions });
  const [, url = ""] = await graph.until(/Endpoint +(http\S+)\/graphql/);
  const scopes = [...official.scopes, "graph:debug"];
  const token = (await tokenOf({ ...official, scopes })) ?? "";
  project.provide("browser", { url, token, endpoint: browser.wsEndpoint() });
  return async () => {
    await browser.close();
    await graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  };
}
