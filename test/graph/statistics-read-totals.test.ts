import { departments } from "@an-sinh/deployment/departments";
import { getMetadataArgsStorage } from "typeorm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGraph, type GraphUnderTest } from "../support/graph.js";
import { statisticsFields } from "../support/statistics-fields.js";

const statements: string[] = [];
let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => graph.close());

/** The tables whose rows are counted in totals: they have a row for each person, loan or payment. */
const countedTables = departments
  .flatMap(({ totals = [] }) => totals)
  .map(({ counted }) => getMetadataArgsStorage().tables.find(({ target }) => target === counted)?.name);

/** The counted tables that a query of a province reads. */
async function countedTablesRead(on: string, fields: string): Promise<readonly string[]> {
  statements.length = 0;
  const query = `query ($on: Date) { unit: administrativeUnit(code: "24", on: $on) { ${fields} } }`;
  expect((await graph.expectData(query, { on }))["unit"]).not.toBeNull();
  const read = new Set(statements.flatMap(tablesIn));
  return [...read].filter((table) => countedTables.includes(table));
}

const tablesIn = (sql: string) =>
  [...sql.matchAll(/(?:FROM|JOIN)\s+["`]?(\w+)/gi)].map(([, table = ""]) => table);

test("every department has totals", () => {
  expect(departments.filter(({ totals = [] }) => totals.length === 0)).toEqual([]);
});

test("what counts rows is seen to read them", async () => {
  const fields = 'reclassification(standard: "central-2027") { changing }';
  expect(await countedTablesRead("2025-12-31", fields)).toEqual(["household_classification"]);
});

describe.each(["2024-12-31", "2025-12-31"])("in a province of %s", (on) => {
  test.each(statisticsFields())("$name reads totals, not the rows that they count", async ({ text }) => {
    expect(await countedTablesRead(on, text)).toEqual([]);
  });
});
