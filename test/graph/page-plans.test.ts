import { closeDatabases, openDatabases, type Databases } from "@an-sinh/deployment/databases";
import { createEmbeddedGraph } from "@an-sinh/deployment/embedded-graph";
import type { Caller } from "@an-sinh/server/caller";
import { createLogger } from "@an-sinh/server/logger";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { official, officialOf } from "../support/callers.js";
import { orderedLists, type OrderedList } from "../support/lists.js";
import { postQuery } from "../support/post-query.js";
import "../support/prepared-databases.js";

interface Statement {
  readonly subgraph: string;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface Page {
  readonly edges: readonly { readonly cursor: string }[];
}

const dialect = process.env["TEST_DIALECT"] === "mysql" ? "mysql" : "sqlite";

// The topology changes no statement.
describe.runIf(process.env["TEST_TOPOLOGY"] === "embedded")("a page read backward", () => {
  let databases: Databases;
  let ask: (query: string) => Promise<Page>;
  let close: () => Promise<void>;
  let caller: Caller = official;
  let statements: Statement[] = [];

  beforeAll(async () => {
    databases = await openDatabases(new Map(inject("locations")[dialect]), (subgraph, sql, parameters) => {
      statements.push({ subgraph, sql, parameters });
    });
    const logger = createLogger("silent");
    const graph = await createEmbeddedGraph(databases, {
      logger,
      introspection: false,
      identify: async () => caller,
    });
    const { url } = await graph.listen({ host: "127.0.0.1", port: 0 });
    ask = async (query) => ((await postQuery(`${url}/graphql`, query)) as { data: { list: Page } }).data.list;
    close = () => graph.close().finally(() => closeDatabases(databases));
  });
  afterAll(() => close());

  /** What a page of a list reads, as the database plans it, statement by statement. */
  async function plansOf({ list, order }: OrderedList, args: string): Promise<readonly string[]> {
    statements = [];
    const { edges } = await ask(`{ list: ${list}(${args}${order}) { edges { cursor } } }`);
    expect(edges).toHaveLength(5);
    const asked = statements.filter(({ sql }) => sql.includes("ORDER BY"));
    return Promise.all(asked.map(planOf));
  }

  /** The tables in the order in which they are read, each with the index and whether rows are sorted. */
  async function planOf({ subgraph, sql, parameters }: Statement): Promise<string> {
    const reader = databases.get(subgraph)?.reader ?? expect.fail(`Expected a database: ${subgraph}.`);
    const explain = dialect === "mysql" ? "EXPLAIN" : "EXPLAIN QUERY PLAN";
    const rows = (await reader.query(`${explain} ${sql}`, [...parameters])) as Record<string, string>[];
    const steps = rows.map((row) =>
      dialect === "mysql" ? `${row["table"]} ${row["key"]} ${sortingIn(row)}` : String(row["detail"]),
    );
    // Which side of the index is read says SQLite in parentheses.
    return steps.map((step) => step.replaceAll(/[<>]=?/g, "<>")).join("\n");
  }

  const sortingIn = (row: Record<string, string>) => /filesort|temporary/.exec(row["Extra"] ?? "")?.[0] ?? "";

  const callers = [official, officialOf("24@2025-07-01")];
  const cases = orderedLists.flatMap((of) =>
    callers.map((asking) => ({ ...of, asking, areas: asking.areas.join(" ") })),
  );

  test.each(cases)(
    "uses the indexes of one read forward: $list $order, in the areas $areas",
    async ({ asking, ...of }) => {
      caller = asking;
      const { edges } = await ask(`{ list: ${of.list}(first: 20${of.order}) { edges { cursor } } }`);
      const cursor = edges[10]?.cursor ?? expect.fail(`Expected rows: ${of.list}.`);
      const forward = await plansOf(of, `first: 5, after: "${cursor}"`);
      expect(forward.length).toBeGreaterThan(0);
      expect(await plansOf(of, `last: 5, before: "${cursor}"`)).toEqual(forward);
      expect(await plansOf(of, "last: 5")).toEqual(await plansOf(of, "first: 5"));
    },
  );
});
