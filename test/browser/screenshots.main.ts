// Draws the pictures of the README anew: `npm run screenshots`. It starts the graph as `npm start` does, with its data.
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { browserOptions, findChromium } from "../support/chromium.js";
import { root } from "../support/documents.js";
import { startProgram } from "../support/program.js";

interface Picture {
  readonly file: string;
  readonly path: string;
  readonly height: number;
  /** Resolves once the page shows what it is to show. */
  readonly isThere: (page: Page) => Promise<void>;
}

const query = `query BacNinh {
  administrativeUnit(code: "24", on: "2025-12-31") {
    name
    poverty(year: 2025) {
      poor
      povertyRatePercent
      standard { id legalBasis }
    }
    credit(year: 2025) { borrowingHouseholds outstanding }
  }
}`;

const pictures: readonly Picture[] = [
  {
    file: "explorer.png",
    path: "/explorer/",
    height: 640,
    isThere: async (page) => {
      await page.locator(".graphiql-query-editor .CodeMirror").click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(query);
      await page.getByRole("button", { name: /^Execute query/ }).click();
      await page.locator(".result-window").getByText("Bắc Ninh").first().waitFor();
    },
  },
  {
    file: "console.png",
    path: "/console/#report=poverty-by-commune&view=chart&lang=en",
    height: 1000,
    isThere: (page) => page.locator("svg.figure").waitFor(),
  },
];

const folder = join(root, "docs/images");
const dataFolder = process.env["DATA_DIR"];
const executablePath = findChromium();
if (!executablePath) throw new Error("No chromium on the PATH: apt-get install chromium");
await using graph = startProgram("packages/deployment/dist/embedded.main.js", {
  PORT: "0",
  ...(dataFolder && { DATA_DIR: dataFolder }),
});
const [, url = ""] = await graph.until(/Endpoint +(http\S+)\/graphql/);
const browser = await chromium.launch({ executablePath, ...browserOptions });
for (const { file, path, height, isThere } of pictures) {
  const page = await browser.newPage({ viewport: { width: 1200, height }, locale: "en-GB" });
  await page.goto(`${url}${path}`);
  await isThere(page);
  await page.screenshot({ path: join(folder, file), animations: "disabled" });
  await page.close();
  console.log(`docs/images/${file}`);
}
await browser.close();
