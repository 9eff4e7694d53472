import type { Answer } from "@an-sinh/server/direct-answers";
import { buildSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { readGraphFacts } from "../../src/reports/graph-facts.js";
import { readPages, type Page } from "../../src/reports/read-pages.js";
import { readReport } from "../../src/reports/read-report.js";
import { reportDocument } from "../support/report-graph.js";

const sdl = `
  type Query { list(after: String): Numbers }
  type Numbers { edges: [Edge!]! pageInfo: PageInfo! }
  type Edge { node: Number! }
  type Number { value: Int }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
`;
const text = reportDocument(
  "",
  "query Numbers($after: String) { list(after: $after) { pageInfo { hasNextPage endCursor } edges { node { value } } } }",
);
const read = readReport(
  { name: "numbers", file: "numbers", text },
  readGraphFacts(buildSchema(sdl), parse(sdl)),
);
if (read?.kind !== "report") throw new Error("Expected a report");
const { report } = read;

const page = (values: readonly number[], endCursor: string | null): Answer => {
  const edges = values.map((value) => ({ node: { value } }));
  const list = { pageInfo: { hasNextPage: endCursor !== null, endCursor }, edges };
  return { status: 200, text: JSON.stringify({ data: { list } }), hasData: true };
};
const refused: Answer = {
  status: 429,
  text: JSON.stringify({ errors: [{ message: "Later.", extensions: { code: "RATE_LIMITED" } }] }),
  hasData: false,
  headers: new Map([["retry-after", "0"]]),
};

const asked: unknown[] = [];
const pagesOf = (answers: readonly Answer[], signal = new AbortController().signal, isPartial = false) => {
  const left = [...answers];
  asked.length = 0;
  const ask = async (variables: unknown) => {
    asked.push(variables);
    return left.shift() ?? refused;
  };
  return readPages(report, { variables: {}, language: "en", ask, isPartial, signal });
};

async function valuesOf(pages: AsyncIterable<Page>): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  for await (const { rows } of pages) values.push(...rows.flat());
  return values;
}

test("a page after the first one that is refused for the caller's points is asked for again", async () => {
  const values = await valuesOf(pagesOf([page([1], "a"), refused, refused, page([2], null)]));
  expect(values).toEqual([1, 2]);
  expect(asked).toEqual([{ after: null }, { after: "a" }, { after: "a" }, { after: "a" }]);
});

test("a page that is refused for longer than ten minutes fails with the status", async () => {
  const answers = [page([1], "a"), { ...refused, headers: new Map([["retry-after", "601"]]) }];
  await expect(valuesOf(pagesOf(answers))).rejects.toMatchObject({ status: 429 });
});

test("a first page that is refused fails at once, with the status", async () => {
  await expect(valuesOf(pagesOf([refused]))).rejects.toMatchObject({ status: 429 });
});

test("nobody waits for points for a client that has left", async () => {
  const leaving = new AbortController();
  const pages = pagesOf([page([1], "a")], leaving.signal);
  await pages.next();
  const next = pages.next();
  leaving.abort();
  await expect(next).rejects.toMatchObject({ name: "AbortError" });
});

test.each([
  ["ends with the cursor that it began with", [page([1], "a"), page([2], "a")], /another cursor/],
  [
    "has no list although there was one",
    [page([1], "a"), { ...page([], null), text: '{"data":{"list":null}}' }],
    /to be there/,
  ],
])("a page that %s fails: no report is endless or shorter", async (_what, answers, message) => {
  await expect(valuesOf(pagesOf(answers))).rejects.toThrow(message);
});
