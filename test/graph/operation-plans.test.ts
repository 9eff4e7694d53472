import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases, openDatabases, type Databases } from "@an-sinh/deployment/databases";
import { createEmbeddedGraph } from "@an-sinh/deployment/embedded-graph";
import { createLogger } from "@an-sinh/server/logger";
import type { Caller } from "@an-sinh/server/caller";
import { inject } from "vitest";
import { official, officialOf } from "../support/callers.js";
import { storedOperations } from "../support/operations.js";
import "../support/prepared-databases.js";

/** Catalogs, plans and marks: their size is that of the law or of the units, not of the register. */
const small =
  /^(<.*|administrative_unit.*|.*_standard|.*_programm?e?|.*_terms?|.*_ceiling|.*_condition|.*_rule|.*_target|.*_level|.*_norm|.*_volume|.*_year|.*_agency|.*_figure|meritorious_category|transaction_office|living_area|.*_capital|.*_top_up|livelihood_model|labor.*|figure_qualifier|loaded_sample)$/;

/** Which units have which localities is read whole on purpose, once for every state of the totals. It has no condition. */
const wholeTerritory = /^SELECT [^()]* FROM `territory` `territory`( LIMIT \d+)?$/;

/** Of a table this small MySQL may read all rows although an index would serve. */
const fewRows = 2_000;

interface Statement {
  readonly subgraph: string;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface PlanRow {
  readonly table: string | null;
  readonly type: string | null;
  readonly key: string | null;
  readonly possible_keys: string | null;
  readonly rows: number | string | null;
}

const applies = process.env["TEST_DIALECT"] === "mysql" && process.env["TEST_TOPOLOGY"] === "embedded";

describe.runIf(applies)("on MySQL no stored operation reads a whole table that grows", () => {
  let databases: Databases;
  let url: string;
  let close: () => Promise<void>;
  let caller: Caller = official;
  let statements: Statement[] = [];

  beforeAll(async () => {
    databases = await openDatabases(new Map(inject("locations").mysql), (subgraph, sql, parameters) => {
      statements.push({ subgraph, sql, parameters });
    });
    const graph = await createEmbeddedGraph(databases, {
      logger: createLogger("silent"),
      introspection: false,
      identify: async () => caller,
    });
    ({ url } = await graph.listen({ host: "127.0.0.1", port: 0 }));
    close = () => graph.close().finally(() => closeDatabases(databases));
  });
  afterAll(() => close());

  const callers = [official, officialOf("24@2025-07-01"), officialOf("240@0", "22@0")];

  const cases = storedOperations().flatMap((operation) =>
    callers.map((asking) => ({ ...operation, asking, areas: asking.areas.join(" ") })),
  );

  test.each(cases)("$name, asked by an official of $areas", async ({ document, asking }) => {
    caller = asking;
    statements = [];
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: document }),
    });
    expect(((await response.json()) as { errors?: unknown }).errors).toBeUndefined();
    const asked = statements;
    statements = [];
    expect(asked.length).toBeGreaterThan(0);
    const scans: string[] = [];
    for (const statement of asked)
      if (!wholeTerritory.test(statement.sql)) scans.push(...(await fullScans(statement)));
    expect(scans).toEqual([]);
  });

  async function fullScans({ subgraph, sql, parameters }: Statement): Promise<string[]> {
    const reader = databases.get(subgraph)?.reader;
    if (!reader) return [];
    const plan = (await reader.query(`EXPLAIN ${sql}`, [...parameters])) as PlanRow[];
    const tables = new Map(reader.entityMetadatas.map(({ tableName }) => [tableName, tableName]));
    return plan
      .filter(({ table, type }) => table !== null && (type === "ALL" || type === "index"))
      .filter(({ possible_keys, rows }) => possible_keys === null || Number(rows) > fewRows)
      .map(({ table }) => tables.get(table ?? "") ?? tableOfAlias(sql, table ?? ""))
      .filter((table) => !small.test(table))
      .map((table) => `${table}: ${sql}`);
  }
});

/** EXPLAIN names aliases; the statement says which tables they stand for. */
function tableOfAlias(sql: string, alias: string): string {
  const name = alias.replaceAll(/\W/g, String.raw`\$&`);
  const match = new RegExp(String.raw`(?:FROM|JOIN|,)\s+\`?(\w+)\`?\s+(?:AS\s+)?\`?${name}\`?`, "i").exec(
    sql,
  );
  return match?.[1] ?? alias;
}
