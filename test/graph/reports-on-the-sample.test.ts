import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readGraphFacts } from "@an-sinh/gateway/reports/graph-facts";
import { readPages } from "@an-sinh/gateway/reports/read-pages";
import type { Report } from "@an-sinh/gateway/reports/report";
import { readCatalog } from "@an-sinh/gateway/reports/report-catalog";
import { buildSchema, parse } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../support/documents.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

const read = (file: string) => readFileSync(join(root, "schema", file), "utf8");
const facts = readGraphFacts(buildSchema(read("api.graphql")), parse(read("supergraph.graphql")));
const reports = [...(await readCatalog(join(root, "schema/operations"), facts)).reports.values()];

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

/** The rows of the first page that has some. */
async function someRows(
  report: Report,
  language: "en" | "vi" = "en",
): Promise<readonly (readonly unknown[])[]> {
  const ask = async (variables: Readonly<Record<string, unknown>>) => {
    const answer = await graph.query(report.text, variables);
    return { status: 200, text: JSON.stringify(answer), hasData: true };
  };
  const { signal } = new AbortController();
  for await (const { rows } of readPages(report, {
    variables: {},
    language,
    ask,
    isPartial: false,
    signal,
  }))
    if (rows.length > 0) return rows;
  return [];
}

describe("a report gives a table with figures on the sample, without parameters", () => {
  test.each(reports.map((report) => [report.name, report] as const))("%s", async (_name, report) => {
    const rows = await someRows(report);
    expect(rows.length).toBeGreaterThan(0);
    const drawn = report.charts.flatMap(({ x, y }) => [x, ...y]);
    const places = report.columns.flatMap(({ name }, place) => (drawn.includes(name) ? [place] : []));
    for (const place of places)
      expect(
        rows.some((row) => row[place] !== null),
        report.columns[place]?.name,
      ).toBe(true);
  });
});

/** A text of the table that is no Vietnamese: words without a Vietnamese letter, or a code of the graph. */
const isForeign = (text: string): boolean =>
  /^[A-Z]+_[A-Z_]+$/.test(text) || (/[a-z]{2}/.test(text) && !/[\u00c0-\u1ef9]/.test(text));

describe("no text of a report in Vietnamese is English, or a code", () => {
  test.each(reports.map((report) => [report.name, report] as const))("%s", async (_name, report) => {
    const rows = await someRows(report, "vi");
    const places = report.columns.flatMap(({ kind, values }, place) =>
      kind === "text" && !values ? [place] : [],
    );
    const texts = rows.flatMap((row) => places.flatMap((place) => [row[place]].flat(9)));
    const foreign = texts.filter((text) => typeof text === "string" && isForeign(text));
    expect([...new Set(foreign)]).toEqual([]);
  });
});
