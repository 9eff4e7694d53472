import { compileDocument } from "@an-sinh/subgraph-kit/execution/compile-document";
import { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Cursors } from "@an-sinh/subgraph-kit/cursors/cursors";
import { buildSchema, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { official } from "../../../test/support/callers.js";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { HouseEntity, startHouses } from "../../../test/support/houses.js";

// Each of these would never end if the work went on.
describe.each(dialects)("on %s, when the client leaves", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouses({ houses: [{ id: "h1", localityId: "here", rooms: 1 }] }, dialect);
  });
  afterAll(() => graph.close());

  /** A request whose client leaves as soon as others have a turn. */
  function startAbandoned(): RequestContext {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("the client left")));
    const call = { requestId: "test", signal: controller.signal, caller: official };
    return new RequestContext(graph.database, call, new Cursors(Buffer.alloc(32)));
  }

  test("no further statement begins, also where one follows the other", async () => {
    const context = startAbandoned();
    const query = context.read(HouseEntity, "house");
    const ask = async () => {
      for (;;) await query.getMany();
    };
    await expect(ask()).rejects.toThrow("the client left");
  });

  test("statistics by SQL end as well", async () => {
    const context = startAbandoned();
    const ask = async () => {
      for (;;) await context.statisticsBySql({ sql: "SELECT COUNT(*) FROM house", values: [] });
    };
    await expect(ask()).rejects.toThrow("the client left");
  });

  test("a statement aside is ended, and the next one is answered", async () => {
    const endless =
      dialect === "sqlite"
        ? "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) AS n FROM n"
        : "SELECT SLEEP(100000) AS n";
    const { signal } = startAbandoned();
    const asked = Array.from({ length: 12 }, () => graph.database.readAside(endless, [], signal));
    const outcomes = await Promise.allSettled(asked);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["rejected"]));
    const { rows } = await graph.database.readAside(
      "SELECT rooms FROM house",
      [],
      new AbortController().signal,
    );
    expect(rows).toEqual([[1]]);
  });
});

test("a program of which nobody waits for the response resolves no further level", async () => {
  const schema = buildSchema("type Query { house: House }  type House { room: House }");
  const controller = new AbortController();
  let resolved = 0;
  const house = {
    room: async () => {
      resolved += 1;
      controller.abort(new Error("the client left"));
      return house;
    },
  };
  const answer = compileDocument(
    schema,
    parse("{ house { room { room { room { room { __typename } } } } } }"),
  )({
    operationName: undefined,
    variables: {},
    context: { signal: controller.signal },
    rootValue: { house },
  });
  await expect(answer).rejects.toThrow("the client left");
  expect(resolved).toBe(1);
});
