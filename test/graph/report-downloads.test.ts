import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { GraphUnderTest } from "../support/graph.js";
import { download, reportsFolder, startReportGraph } from "../support/report-graph.js";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startReportGraph();
});
afterAll(() => graph.close());

interface Communes {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly {
    readonly node: {
      readonly code: string;
      readonly name: string;
      readonly povertySeries: readonly { readonly year: number; readonly poor: number | null }[];
    };
  }[];
}

/** What the API says of all communes, in the order of its list. */
async function communes(): Promise<readonly (readonly string[])[]> {
  const document = readFileSync(`${reportsFolder}/poverty-by-commune.graphql`, "utf8");
  const found: string[][] = [];
  for (let after: string | null = null; ;) {
    const data = await graph.expectData(document, { first: 100, after });
    const { pageInfo, edges } = data["administrativeUnits"] as Communes;
    for (const { node } of edges)
      for (const { year, poor } of node.povertySeries)
        found.push([node.code, node.name, String(year), String(poor ?? "")]);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

test("a report of several pages has all values of the API, in their order", async () => {
  const [, ...rows] = parse(await (await download(graph, "poverty-by-commune.csv")).text());
  const { columns } = (await (await download(graph, "poverty-by-commune.json")).json()) as {
    readonly columns: readonly { readonly name: string }[];
  };
  const places = ["code", "name", "povertySeries.year", "povertySeries.poor"].map((path) =>
    columns.findIndex(({ name }) => name === `administrativeUnits.${path}`),
  );
  const expected = await communes();
  expect(expected.length).toBeGreaterThan(150);
  expect(rows.map((row) => places.map((place) => row[place]))).toEqual(expected);
});
