import { readFileSync } from "node:fs";
import { join } from "node:path";
import { anonymous } from "@an-sinh/server/caller";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../support/documents.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { codeInFirstColumn } from "../support/markdown.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Figure {
  readonly id: string;
  readonly value: number;
  readonly qualifier: string | null;
  readonly computedValue: number | null;
  readonly agrees: boolean | null;
}

interface FigurePage {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Figure }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const page = `query ($filter: PublishedFigureFilter, $first: Int!, $after: String) {
  publishedFigures(filter: $filter, first: $first, after: $after) {
    totalCount
    edges { node { id value qualifier computedValue agrees } }
    pageInfo { hasNextPage endCursor } } }`;

async function figures(variables: Record<string, unknown>): Promise<FigurePage> {
  const data = await graph.expectData(page, variables);
  return data["publishedFigures"] as FigurePage;
}

async function idsOf(filter: Record<string, unknown>): Promise<string[]> {
  return (await figures({ filter, first: 100 })).edges.map(({ node }) => node.id);
}

/** The figures that a section of docs/figures.md lists. */
function listedUnder(heading: string): string[] {
  const text = readFileSync(join(root, "docs", "figures.md"), "utf8");
  const section =
    text.split(/^## /m).find((part) =>
      part.startsWith(`${heading}
`),
    ) ?? "";
  return codeInFirstColumn(section);
}

describe("published and computed figures", () => {
  let all: readonly Figure[];
  beforeAll(async () => {
    const { edges } = await figures({ first: 100 });
    all = edges.map(({ node }) => node);
  });

  test("all 78 are on record", () => {
    expect(all.map(({ id }) => id)).toEqual(
      Array.from({ length: 78 }, (_, index) => `F${String(index + 1).padStart(2, "0")}`),
    );
  });

  test("every one that the graph computes agrees under its qualifier", () => {
    expect(all.filter(({ agrees }) => agrees === false)).toEqual([]);
  });

  test("those that docs/figures.md lists are not computed, and no others", () => {
    const missing = all.filter(({ computedValue }) => computedValue === null);
    expect(missing.map(({ id }) => id)).toEqual(listedUnder("Not computed"));
    for (const { agrees } of missing) expect(agrees).toBeNull();
  });

  test("those that docs/figures.md says to rest on a sample value are computed", () => {
    const ids = listedUnder("Computed with a number that was not published");
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => all.find((figure) => figure.id === id)?.computedValue == null)).toEqual([]);
  });

  test.each([
    ["F13", 0.56, "estimated", 0.56],
    ["F57", 9_928, null, 9_928],
    ["F17", 16_124, null, 16_124],
    ["F24", 150_000_000_000, null, 150_000_000_000],
    ["F37", 0.03, "target", 0.03],
    ["F39", 1.7, null, 1.7],
    ["F40", 50, "target", 50],
    ["F41", 3, "target", 3.108],
    ["F42", 12.31, null, 12.31],
    ["F70", 14_110_000_000, null, 14_110_000_000],
    ["F34", 0, null, 0],
  ])("%s: published %d (%s), computed %d", (id, value, qualifier, computedValue) => {
    expect(all.find((figure) => figure.id === id)).toEqual({
      id,
      value,
      qualifier,
      computedValue,
      agrees: true,
    });
  });
});

test("nobody who signed in is told of a figure what its department withholds, and most others", async () => {
  const official = await figures({ first: 100 });
  const data = await graph.as(anonymous).expectData(page, { first: 100 });
  const { edges } = data["publishedFigures"] as FigurePage;
  const told = edges.map(({ node }) => node.computedValue);
  const known = official.edges.map(({ node }) => node.computedValue);
  expect(told).toEqual(known.map((value, index) => (told[index] === null ? null : value)));
  expect(told.filter((value) => value !== null).length).toBeGreaterThan(70);
});

test("one figure of one unit takes as many statements as all six of its indicator", async () => {
  const count = async (filter: Record<string, unknown>) => {
    graph.takeStatements();
    const { edges } = await figures({ filter, first: 100 });
    return { figures: edges.length, statements: graph.takeStatements() };
  };
  const indicator = "poor households";
  const some = await count({ indicator, administrativeUnit: "01@0" });
  const all = await count({ indicator });
  expect(some.figures).toBeLessThan(all.figures / 3);
  expect(all.statements).toEqual(some.statements);
});

test("a page of all figures takes a bounded number of statements in each department", async () => {
  graph.takeStatements();
  await figures({ first: 100 });
  const { households = 0, ...others } = graph.takeStatements();
  expect(households).toBeLessThanOrEqual(32);
  expect(others).toEqual({ "credit-programs": 2, "housing-projects": expect.any(Number) });
  expect(others["housing-projects"]).toBeLessThanOrEqual(12);
});

test("whichever department computes a figure says whether it does so from the sample", async () => {
  const data = await graph.expectData(
    "{ publishedFigures(first: 100) { edges { node { id computedFromSample } } } }",
  );
  const { edges } = data["publishedFigures"] as {
    edges: { node: { id: string; computedFromSample: boolean | null } }[];
  };
  const byId = new Map(edges.map(({ node }) => [node.id, node.computedFromSample]));
  expect(["F13", "F17", "F76", "F01"].map((id) => byId.get(id))).toEqual([true, true, true, null]);
});

describe("the list of published figures", () => {
  test("pages follow each other in the order of the ids", async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const next: FigurePage = await figures({ first: 20, after });
      expect(next.totalCount).toBe(78);
      ids.push(...next.edges.map(({ node }) => node.id));
      after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
    } while (after);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids).toHaveLength(78);
  });

  test("is filtered by unit, program, indicator, source and day", async () => {
    expect(await idsOf({ administrativeUnit: "240@0" })).toEqual(["F39", "F40", "F41"]);
    expect(await idsOf({ program: "policy credit" })).toEqual(["F75", "F76"]);
    expect(await idsOf({ indicator: "land area" })).toEqual(["F08", "F15"]);
    expect(await idsOf({ source: "BAOPHUTHO" })).toHaveLength(7);
    expect(await idsOf({ source: "%" })).toEqual([]);
    expect(await idsOf({ asOfTo: "2000-01-01" })).toEqual(["F01"]);
    expect(
      await idsOf({ administrativeUnit: "016@0", asOfFrom: "2024-12-31", program: "breeding cows" }),
    ).toEqual(["F77", "F78"]);
  });

  test("hangs off the unit, whole or of one program", async () => {
    const data = await graph.expectData(`{ administrativeUnit(code: "271", on: "2024-12-31") {
      all: publishedFigures { id administrativeUnit { name } }
      fund: publishedFigures(program: "Fund for the Poor") { id source asOf comparison { comparison tolerancePercent } } } }`);
    const { all, fund } = data["administrativeUnit"] as { all: object[]; fund: object[] };
    expect(all).toHaveLength(10);
    expect(all[0]).toEqual({ id: "F60", administrativeUnit: { name: "Huyện Ba Vì" } });
    expect(fund).toEqual([
      {
        id: "F70",
        source: "kinhtedothi.vn 2024 Program 08-CTr/TU",
        asOf: "2024-12-31",
        comparison: { comparison: "EQUAL", tolerancePercent: null },
      },
    ]);
  });
});
