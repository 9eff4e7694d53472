import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { allBooks, reportDocument, startReports, type ReportsUnderTest } from "../support/report-graph.js";

/** Of each book on the first page, two rows. */
const lendings = reportDocument(
  "",
  `query Lendings($after: String) { books(first: 5, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { id tags lendings { to } } }
  } }`,
);
const lent = reportDocument(
  "",
  `query Lent($after: String) { lent(first: 5, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
);
const onShelf = reportDocument(
  `parameters: [{ name: "name", title: { en: "Name", vi: "Tên" } }]`,
  `query OnShelf($name: String! = "A", $first: Int = 5, $after: String) { shelf(name: $name) { ...Books } }
  fragment Books on Shelf { all: books(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
);

let asked: number[] = [];
let countIs: () => unknown = () => {};
let graph: ReportsUnderTest;
beforeAll(async () => {
  const onPage = async (_start: number, first: number) => {
    asked.push(first);
    if (first === 1) await countIs();
  };
  graph = await startReports(
    { "all-books": allBooks, lendings, lent, "on-shelf": onShelf },
    { size: 48, onPage },
  );
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  asked = [];
  countIs = () => {};
});

const expected = async (path: string, prefer: string) => {
  const { headers } = await graph.get(path, { method: "HEAD", headers: { prefer } });
  return headers.get("x-expected-rows");
};

test.each([
  ["all-books.csv", "48"],
  ["on-shelf.json?name=B", "48"],
  // The first of five books has two lendings, the others a row without one.
  ["lendings.xlsx", "58"],
  // Nobody counts its list.
  ["lent.csv", null],
])("%s is expected to have %s rows", async (path, rows) => {
  expect(await expected(path, "respond-async, count=estimated")).toBe(rows);
});

test("a list is not counted where nobody asks for it, or all of it is on the first page", async () => {
  expect(await expected("all-books.csv", "count=exact")).toBeNull();
  expect(await expected("on-shelf.csv?name=none", "count=estimated")).toBe("1");
  expect(asked).toEqual([5]);
});

test("a count that fails or does not come keeps no table waiting", async () => {
  countIs = () => {
    throw new Error("no");
  };
  expect(await expected("all-books.csv", "count=estimated")).toBeNull();
  let letGo = () => {};
  countIs = () => new Promise<void>((resolve) => (letGo = resolve));
  expect(await expected("all-books.csv", "count=estimated")).toBeNull();
  letGo();
});
