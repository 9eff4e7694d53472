import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Database, Dialect } from "@an-sinh/subgraph-kit/database/database";
import type { DatabaseLocation } from "@an-sinh/subgraph-kit/database/database-url";
import { createMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import type { Caller } from "@an-sinh/server/caller";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import {
  createSubgraph,
  type Subgraph,
  type SubgraphDefinition,
} from "@an-sinh/subgraph-kit/federation/subgraph";
import { recount } from "@an-sinh/subgraph-kit/totals/recount";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { ExecutionResult, GraphQLSchema } from "graphql";
import { expect, inject } from "vitest";
import { official } from "./callers.js";
import { newCall } from "./new-call.js";
import "./prepared-databases.js";

/** SQLite, and MySQL where the test run has a server. */
export const dialects: readonly Dialect[] = inject("mysqlUrl") ? ["sqlite", "mysql"] : ["sqlite"];

/** Rows of one table: see `rowsOf`. */
export interface TableRows {
  readonly entity: new () => object;
  readonly rows: readonly object[];
}

type Data = Record<string, unknown>;

/** What a caller may ask of a department's subgraph. */
export interface DepartmentClient {
  query(query: string, variables?: Data): Promise<ExecutionResult<Data>>;
  /** The data of a response. An error in it fails the test with a message that shows the query. */
  expectData<Expected = Data>(query: string, variables?: Data): Promise<Expected>;
  /** A selection of entities of one type, by what the gateway knows of each: `{ id }`, and what a field requires. */
  expectEntities<Expected = Data>(
    type: string,
    known: readonly Data[],
    selection: string,
  ): Promise<Expected[]>;
}

/**
 * One department's subgraph in process, over a database of its own with all migrations applied. It is asked by an
 * official who may see everything, if not by another caller.
 */
export interface DepartmentGraph extends DepartmentClient {
  readonly schema: GraphQLSchema;
  readonly database: Database;
  /** The same subgraph, asked by this caller. */
  as(caller: Caller): DepartmentClient;
  /** How many SQL statements were run since the last call. */
  takeStatements(): number;
  /** The context of a new request, for tests of loaders and services. */
  createContext(caller?: Caller): RequestContext;
  close(): Promise<void>;
}

/** The rows of an entity's table. */
export const rowsOf = <Entity extends object>(
  entity: new () => Entity,
  rows: readonly Entity[],
): TableRows => ({ entity, rows });

/** The territory, from the localities of each unit. */
export const territoryRows = (localities: Readonly<Record<string, readonly string[]>>): TableRows =>
  rowsOf(
    TerritoryEntity,
    Object.entries(localities).flatMap(([unitId, ofUnit]) =>
      ofUnit.map((localityId) => ({ unitId, localityId })),
    ),
  );

/**
 * Opens a new database, inserts the rows in the order given, counts them, and starts the department's subgraph over it.
 */
export async function startDepartment(
  definition: SubgraphDefinition,
  tables: readonly TableRows[],
  dialect: Dialect = "sqlite",
): Promise<DepartmentGraph> {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-department-"));
  const location = await emptyLocation(dialect, folder, definition.name);
  let statements = 0;
  const database = await openDatabase({
    ...definition.model,
    location,
    onStatement: () => (statements += 1),
  });
  await database.migrate();
  await database.write(async (manager) => {
    for (const { entity, rows } of tables) await bulkInsert(manager, entity, rows);
    await recount(manager, definition.totals ?? [], 1);
  });
  const subgraph = await createSubgraph({ ...definition, database });
  statements = 0;
  const uncounted = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const counted = statements;
    const result = await work();
    statements = counted;
    return result;
  };
  return {
    ...client(subgraph, official, uncounted),
    as: (caller) => client(subgraph, caller, uncounted),
    database,
    schema: subgraph.schema,
    createContext: (caller = official) => subgraph.createContext(newCall(caller)),
    takeStatements: () => {
      const taken = statements;
      statements = 0;
      return taken;
    },
    close: async () => {
      if (location.kind === "mysql") await dropDatabase(database, location.url);
      await subgraph.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** `uncounted`: runs what is no statement of the test. */
function client(
  subgraph: Subgraph,
  caller: Caller,
  uncounted: <Result>(work: () => Promise<Result>) => Promise<Result>,
): DepartmentClient {
  const query = async (text: string, variables?: Data) => {
    const response = await subgraph.prepare(text)(variables, undefined, newCall(caller));
    // As text and back, which is how a response reaches the gateway over HTTP.
    return JSON.parse(JSON.stringify(response)) as ExecutionResult<Data>;
  };
  const expectData = async <Expected>(text: string, variables: Data = {}) => {
    const { data, errors } = await query(text, variables);
    expect(errors, `${text}\n${JSON.stringify(variables)}`).toBeUndefined();
    return data as Expected;
  };
  const expectEntities = async <Expected>(type: string, known: readonly Data[], selection: string) => {
    const ask = (representations: readonly Data[]) =>
      expectData<{ entities: Expected[] }>(
        `query ($known: [_Any!]!) { entities: _entities(representations: $known) { ... on ${type} { ${selection} } } }`,
        { known: representations.map((representation) => ({ __typename: type, ...representation })) },
      );
    const { entities } = await ask(known);
    const withoutNulls = leaveOutNulls(known);
    if (withoutNulls) expect((await uncounted(() => ask(withoutNulls))).entities).toEqual(entities);
    return entities;
  };
  return { query, expectData, expectEntities };
}

/** Representations as some gateways send them: without the fields that are null. Undefined: none of them is. */
function leaveOutNulls(known: readonly Data[]): readonly Data[] | undefined {
  const all = JSON.stringify(known);
  const given = JSON.parse(all, (_name, value: unknown) =>
    value === null ? undefined : value,
  ) as readonly Data[];
  return JSON.stringify(given) === all ? undefined : given;
}

async function emptyLocation(dialect: Dialect, folder: string, name: string): Promise<DatabaseLocation> {
  if (dialect === "sqlite") return { kind: "sqlite", file: join(folder, `${name}.sqlite`) };
  const database = `${inject("mysqlPrefix")}${name}_${randomUUID().slice(0, 8)}`.replaceAll("-", "_");
  return { kind: "mysql", url: await createMysqlDatabase(inject("mysqlUrl") ?? "", database) };
}

/** The server lives on until all tests have run, and one that was given to the tests outlives them. */
async function dropDatabase(database: Database, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await database.reader.query(`DROP DATABASE ${name}`);
}
