import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReportsUnderTest } from "../support/report-graph.js";
import { startRequested } from "../support/requested-reports.js";

let graph: ReportsUnderTest;
beforeAll(async () => {
  graph = await startRequested();
});
afterAll(() => graph[Symbol.asyncDispose]());

test("the catalog says what each report is, which parameters it takes and what it needs of a caller", async () => {
  const { reports } = (await (await graph.get("")).json()) as {
    readonly reports: readonly { name: string }[];
  };
  expect(reports.map(({ name }) => name)).toEqual(["all-books", "chosen", "guarded", "owners", "reviewed"]);
  const [, second, third, fourth] = reports;
  expect(second).toMatchObject({
    title: { en: "Books", vi: "Books (vi)" },
    isPaged: true,
    isSignInNeeded: false,
    scopes: [],
    policies: [],
    parameters: [
      {
        name: "from",
        type: "Int",
        isRequired: true,
        isList: false,
        minimum: 1,
        maximum: 9,
        choices: { url: "/reports/chosen/choices/from" },
      },
      { name: "of", type: "ID", isRequired: false, isList: true, default: ["b1"], choices: null },
      {
        name: "kind",
        choices: {
          values: [
            { value: "NOVEL", title: { en: "Novel", vi: "Novel" } },
            {},
            { title: { en: "Short story" } },
          ],
        },
      },
      { name: "since", type: "Date", default: null },
      { name: "name", choices: { values: [{ value: "A" }, { value: "none" }] } },
    ],
  });
  expect(third).toMatchObject({ isSignInNeeded: true, scopes: [], policies: [["sales"]] });
  expect(fourth).toMatchObject({
    isSignInNeeded: true,
    scopes: [["owners:read"]],
    policies: [],
    isPaged: false,
  });
});

test("choices are those of given values, where these are asked for", async () => {
  const response = await graph.get("chosen/choices/from?value=b2&value=b9");
  expect(await response.json()).toEqual({ choices: [{ value: "b2", title: "Sách 2", note: "NOVEL" }] });
  const tooMany = await graph.get(`chosen/choices/from?${"value=b&".repeat(21)}`);
  expect(tooMany.status).toBe(400);
});

test("choices are the values, titles and notes of an operation", async () => {
  const response = await graph.get("chosen/choices/from?search=2024-01-01");
  expect(await response.json()).toEqual({
    choices: [
      { value: "b1", title: "Sách 1", note: "POETRY – 2024-02-29" },
      { value: "b2", title: "Sách 2", note: "NOVEL" },
    ],
  });
});
