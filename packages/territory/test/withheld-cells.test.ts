import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anonymous, type Caller } from "@an-sinh/server/caller";
import { RequestContext } from "@an-sinh/subgraph-kit/context";
import { storedVersion } from "@an-sinh/subgraph-kit/data-version";
import { Cursors } from "@an-sinh/subgraph-kit/cursors/cursors";
import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { countChanges } from "@an-sinh/subgraph-kit/totals/count-changes";
import { defineCells, withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lendingModel, lendingTotals, LoanEntity, UnitTotalEntity } from "../../../test/support/lending.js";

class Territory1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE territory (unit_id varchar, locality_id varchar)");
  }
  async down(): Promise<void> {}
}

const localities = { all: "abcd", ab: "ab", cd: "cd", a: "a", b: "b", c: "c", d: "d" };

let folder: string;
let database: Database;
const statements: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-cells-"));
  database = await openDatabase({
    ...lendingModel,
    entities: [...lendingModel.entities, TerritoryEntity],
    migrations: {
      ...lendingModel.migrations,
      sqlite: [...lendingModel.migrations.sqlite, Territory1700000000001],
    },
    location: { kind: "sqlite", file: join(folder, "lending.sqlite") },
    onStatement: (sql) => statements.push(sql),
  });
  await database.migrate();
  const rows = Object.entries(localities).flatMap(([unitId, ids]) =>
    [...ids].map((localityId) => ({ unitId, localityId })),
  );
  await database.write((manager) => bulkInsert(manager, TerritoryEntity, rows));
  await lend({ a: 2, b: 9, c: 7, d: 30 });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** Adds loans of households that borrow for the first time. */
async function lend(numbers: Readonly<Record<string, number>>): Promise<void> {
  const loans = Object.entries(numbers).flatMap(([localityId, count]) =>
    Array.from({ length: count }, (_, index): LoanEntity => {
      const id = `${localityId}${index}-${statements.length}`;
      return { id, householdId: id, localityId, bankId: null, year: 1, amount: 5 };
    }),
  );
  await database.write(async (manager) => {
    const changes = loans.map((after) => ({ before: null, after, details: [] }));
    await countChanges(manager, lendingTotals, LoanEntity, changes);
    await bulkInsert(manager, LoanEntity, loans);
  });
}

const loanCells = defineCells<{ readonly year: number }>({
  scope: "credit:read",
  read: async (context, unitIds, { year }) => {
    const rows = await context
      .statistics(UnitTotalEntity, "total")
      .where("total.unitId IN (:...unitIds) AND total.year = :year", { unitIds, year })
      .getMany();
    return rows.map(({ unitId, loans, households }) => ({
      unitId,
      cell: "loans",
      counts: [loans, households],
    }));
  },
});

function newCall(caller: Caller): RequestContext {
  const call = { requestId: "r", signal: new AbortController().signal, caller };
  return new RequestContext(database, call, new Cursors(Buffer.alloc(32)));
}

async function withheldFrom(caller: Caller, context = newCall(caller)): Promise<string[]> {
  const units = Object.keys(localities);
  const cells = await Promise.all(units.map((id) => withheldCells(context, loanCells, id, { year: 1 })));
  return units.filter((_, index) => cells[index]?.has("loans"));
}

const officer = (...areas: readonly string[]): Caller => ({ ...anonymous, scopes: ["credit:read"], areas });

test("a small number is withheld with the least of those from which it would follow", async () => {
  expect(await withheldFrom(anonymous)).toEqual(["a", "b"]);
});

test("who may read the rows of a unit sees its numbers, and no other ones", async () => {
  expect(await withheldFrom(officer("VN"))).toEqual([]);
  expect(await withheldFrom(officer("a"))).toEqual(["b"]);
  expect(await withheldFrom(officer("a", "b"))).toEqual([]);
  expect(await withheldFrom(officer("cd"))).toEqual(["a", "b"]);
  expect(await withheldFrom({ ...officer("VN"), scopes: ["housing:read"] })).toEqual(["a", "b"]);
});

test("what is withheld is found once for a state of the totals", async () => {
  await withheldFrom(anonymous);
  statements.length = 0;
  await withheldFrom(anonymous);
  expect(statements.filter((sql) => sql.includes("unit_total"))).toEqual([]);
  await lend({ c: 1, a: 20 });
  expect(await withheldFrom(anonymous)).toEqual([]);
});

test("what is read after an import is not kept for calls that began before it, as those of a replica that is behind", async () => {
  // Nothing is kept of this version.
  await lend({ d: 1 });
  const calls = [newCall(anonymous), newCall(anonymous)];
  for (const call of calls) await storedVersion(call);
  await lend({ c: 1 });
  for (const call of calls) {
    statements.length = 0;
    await withheldFrom(anonymous, call);
    expect(statements.filter((sql) => sql.includes("unit_total"))).not.toEqual([]);
    expect(statements.filter((sql) => sql.includes("territory"))).not.toEqual([]);
  }
});

test("statistics that are asked for together read the territory once", async () => {
  await lend({ d: 1 });
  statements.length = 0;
  await withheldFrom(officer("ab"));
  expect(statements.filter((sql) => sql.includes("territory"))).toHaveLength(1);
});
