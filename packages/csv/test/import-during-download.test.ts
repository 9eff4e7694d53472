import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anonymous } from "@an-sinh/server/caller";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dialects, startDatabase } from "./support/database.js";
import { importText } from "./support/files.js";
import { startGraphOver } from "./support/graph.js";

const report = `# @report(title: { en: "Figures", vi: "Số liệu" }, description: { en: "All", vi: "Tất cả" })
query Figures($first: Int = 2, $after: String) {
  publishedFigures(first: $first, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { indicator value } }
  }
}`;

let reportsFolder: string;
beforeAll(async () => {
  reportsFolder = await mkdtemp(join(tmpdir(), "reports-"));
  await writeFile(join(reportsFolder, "figures.graphql"), report);
});
afterAll(() => rm(reportsFolder, { recursive: true }));

const header = "id,unit_id,program,indicator,period,as_of,value,unit,qualifier,standard,source";
const figures = (values: Readonly<Record<string, number>>) =>
  [
    header,
    ...Object.entries(values).map(([id, value]) => `${id},,target,${id},2024,,${value},points,,,Portal`),
    "",
  ].join("\n");

test.each(dialects)(
  "an import on %s in the middle of a download shows in the pages after it, and no row is lost or comes twice",
  async (dialect) => {
    await using target = await startDatabase("households", dialect);
    await importText(target, "published-figures", figures({ F2: 2, F3: 3, F4: 4, F5: 5, F6: 6 }));
    let asked = 0;
    // Who asks is found out for the download, and then for each page.
    const onPage = async () => {
      asked += 1;
      if (asked === 3)
        await importText(target, "published-figures", figures({ F1: 1, F2: 20, F5: 50, F7: 7 }));
    };
    const identify = () => onPage().then(() => anonymous);
    await using graph = await startGraphOver(target, { reportsFolder, identify });
    const table = await (await fetch(`${graph.url}/reports/figures.csv`)).text();
    expect(table.split("\r\n").slice(1, -1)).toEqual(["F2,2", "F3,3", "F4,4", "F5,50", "F6,6", "F7,7"]);
  },
);
