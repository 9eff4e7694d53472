import { anonymous } from "@an-sinh/server/caller";
import { CallBudget, maximumRows, withinRows } from "@an-sinh/subgraph-kit/call-budget";
import { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Cursors } from "@an-sinh/subgraph-kit/cursors/cursors";
import { compileDocument } from "@an-sinh/subgraph-kit/execution/compile-document";
import { buildSchema, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import { startHouses } from "../../../test/support/houses.js";

test.each([
  ["SELECT id FROM house", `SELECT id FROM house LIMIT ${maximumRows + 1}`],
  ["SELECT id FROM house LIMIT 5", "SELECT id FROM house LIMIT 5"],
  ["SELECT id FROM house LIMIT 5 OFFSET 2", "SELECT id FROM house LIMIT 5 OFFSET 2"],
  [
    "SELECT id FROM house WHERE id IN (SELECT id FROM house LIMIT 5)",
    `SELECT id FROM house WHERE id IN (SELECT id FROM house LIMIT 5) LIMIT ${maximumRows + 1}`,
  ],
])("%s has a limit", (sql, limited) => {
  expect(withinRows(sql)).toBe(limited);
});

/** 125 million rows. */
const wide = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
  SELECT a.i FROM n a, n b, n c`;

describe.each(dialects)("on %s", (dialect) => {
  test("no statement reads more rows than a call may, and none follows", async () => {
    const graph = await startHouses({ houses: [] }, dialect);
    const call = { requestId: "test", signal: new AbortController().signal, caller: anonymous };
    const context = new RequestContext(graph.database, call, new Cursors(Buffer.alloc(32)));
    const refusal = {
      message: `The query asks for too much at once: expected at most ${maximumRows} rows to be read. Ask in several operations.`,
      extensions: { code: "QUERY_TOO_COMPLEX" },
    };
    await expect(context.statisticsBySql({ sql: wide, values: [] })).rejects.toMatchObject(refusal);
    await expect(context.statisticsBySql({ sql: "SELECT 1", values: [] })).rejects.toMatchObject(refusal);
    await graph.close();
  });
});

const schema = buildSchema("type Query { rooms: [Room] }  type Room { rooms: [Room] }");
const tenRooms = { rooms: async () => Array.from({ length: 10 }, () => tenRooms) };

function ask(query: string, budget: CallBudget) {
  const execute = compileDocument(schema, parse(query));
  return execute({ operationName: undefined, variables: {}, context: { budget }, rootValue: tenRooms });
}

test("no further level is resolved once a response has too many objects", async () => {
  const taken: number[] = [];
  const takeObjects = (count: number) => {
    taken.push(count);
    if (count > 100) throw new Error("too many");
  };
  const query = `{ ${"rooms { ".repeat(6)} __typename ${"}".repeat(6)} }`;
  await expect(ask(query, new CallBudget({ takeObjects }))).rejects.toThrow("too many");
  expect(taken).toEqual([1, 10, 100, 1_000]);
});

test("a subgraph alone has a limit of its own", async () => {
  const query = `{ ${"rooms { ".repeat(6)} __typename ${"}".repeat(6)} }`;
  await expect(ask(query, new CallBudget(undefined))).rejects.toThrow("at most 500000 objects");
});
