import { buildSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { readGraphFacts } from "../../src/reports/graph-facts.js";
import { readPages } from "../../src/reports/read-pages.js";
import { readReport } from "../../src/reports/read-report.js";

const sdl = `
  type Query { name(language: Language): String soldPercent: Float sizes(language: Size): String }
  enum Language { EN VI }
  enum Size { SMALL LARGE }
`;
const facts = readGraphFacts(buildSchema(sdl), parse(sdl));
const title = `{ en: "A", vi: "B" }`;

function read(operation: string, header = "") {
  const text = `# @report(title: ${title}, description: ${title} ${header})\nquery Names${operation}`;
  const found = readReport({ name: "names", file: "names.graphql", text }, facts);
  if (found?.kind !== "report") throw new Error("Expected a report");
  return found.report;
}

test("the variable $language is no parameter, and is what the reader reads", async () => {
  const report = read("($language: Language) { name(language: $language) }");
  expect(report.parameters).toEqual([]);
  const asked: unknown[] = [];
  const ask = async (variables: unknown) => {
    asked.push(variables);
    return { status: 200, text: `{ "data": { "name": "x" } }`, hasData: true };
  };
  for (const language of ["en", "vi"] as const) {
    const { signal } = new AbortController();
    for await (const page of readPages(report, { variables: {}, language, ask, isPartial: false, signal }))
      expect(page.rows).toEqual([["x"]]);
  }
  expect(asked).toEqual([{ language: "EN" }, { language: "VI" }]);
});

test("a variable $language of another type is refused", () => {
  expect(() => read("($language: Size) { sizes(language: $language) }")).toThrow(
    "names.graphql: expected the variable language to be of an enum with EN and VI",
  );
});

test("a rate is refused where a chart or a map adds values", () => {
  const fields = "{ name soldPercent }";
  for (const drawn of [
    `charts: [{ kind: BAR, x: "name", y: ["soldPercent"], sum: true }]`,
    `map: { code: "name", values: ["soldPercent"], sum: true }`,
  ]) {
    expect(() => read(fields, drawn)).toThrow("expected whole numbers or money to add, but got: soldPercent");
    expect(read(fields, drawn.replace("sum: true", "")).columns).toHaveLength(2);
  }
});
