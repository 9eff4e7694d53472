import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { findTotalDifferences } from "@an-sinh/subgraph-kit/totals/check-totals";
import { countChanges } from "@an-sinh/subgraph-kit/totals/count-changes";
import { rebuildTotals } from "@an-sinh/subgraph-kit/totals/recount";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lendingModel, lendingTotals, LoanEntity, LoanShareEntity } from "../../../test/support/lending.js";

let folder: string;
let database: Database;
const statements: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-totals-"));
  const location = { kind: "sqlite", file: join(folder, "lending.sqlite") } as const;
  const onStatement = (sql: string) => statements.push(sql);
  database = await openDatabase({ ...lendingModel, location, onStatement });
  await database.migrate();
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

interface Write {
  readonly id: string;
  /** Null: the row is removed. */
  readonly after: LoanEntity | null;
  /** By fund. Left out: those on record stay. */
  readonly shares?: Readonly<Record<string, number>> | undefined;
}

/** Replaces rows by others with the same ids, adds those that are new, and removes those of which only the id is given. */
const write = (rows: readonly Write[]) =>
  database.write(async (manager) => {
    const ids = rows.map(({ id }) => id);
    const table = tableOf(manager, LoanEntity);
    const stored = new Map((await table.readBy("id", ids)).map((row) => [row.id, row]));
    const changes = rows.map(({ id, after, shares }) => ({
      before: stored.get(id) ?? null,
      after,
      details: shares && Object.entries(shares).map(([fund, amount]) => ({ loanId: id, fund, amount })),
    }));
    await countChanges(manager, lendingTotals, LoanEntity, changes);
    await table.deleteBy("id", ids);
    await bulkInsert(
      manager,
      LoanEntity,
      changes.flatMap(({ after }) => after ?? []),
    );
    const replaced = changes.filter(({ after, details }) => details || !after);
    await tableOf(manager, LoanShareEntity).deleteBy(
      "loanId",
      replaced.flatMap(({ before }) => before?.id ?? []),
    );
    await bulkInsert(
      manager,
      LoanShareEntity,
      replaced.flatMap(({ after, details }) => (after && details) || []),
    );
  });

const loan = (id: string, rest: Partial<LoanEntity> = {}): LoanEntity => ({
  id,
  householdId: "h1",
  localityId: "a",
  bankId: null,
  year: 1,
  amount: 5,
  ...rest,
});

const unitTotals = () =>
  database.reader.query("SELECT unit_id, year, loans, households FROM unit_total ORDER BY unit_id, year");

const territory = `
  ('a', 'a'), ('b', 'b'), ('c', 'c'), ('d', 'd'), ('a', 'ab'), ('b', 'ab'), ('c', 'cd'), ('d', 'cd'),
  ('a', 'all'), ('b', 'all'), ('c', 'all'), ('d', 'all')`;

/** The same, counted by the database from the rows. */
const countedUnits = () =>
  database.reader.query(`
    WITH territory (locality_id, unit_id) AS (VALUES ${territory})
    SELECT unit_id, year, COUNT(*) AS loans, COUNT(DISTINCT household_id) AS households
    FROM loan JOIN territory USING (locality_id) GROUP BY unit_id, year ORDER BY unit_id, year`);

const fundTotals = () =>
  database.reader.query("SELECT unit_id, year, fund, amount FROM fund_total ORDER BY unit_id, year, fund");

const countedFunds = () =>
  database.reader.query(`
    WITH territory (locality_id, unit_id) AS (VALUES ${territory})
    SELECT unit_id, year, fund, SUM(loan_share.amount) AS amount
    FROM loan JOIN territory USING (locality_id) JOIN loan_share ON loan_share.loan_id = loan.id
    GROUP BY unit_id, year, fund ORDER BY unit_id, year, fund`);

const bankTotals = () => database.reader.query("SELECT bank_id, amount FROM bank_total ORDER BY bank_id");

/** A row of totals whose sums are all 0 is not kept. */
const countedBanks = () =>
  database.reader.query(`
    SELECT bank_id, SUM(amount) AS amount FROM loan WHERE bank_id IS NOT NULL
    GROUP BY bank_id HAVING SUM(amount) <> 0 ORDER BY bank_id`);

const someLoan = fc.record({
  id: fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8"),
  householdId: fc.constantFrom("h1", "h2", "h3", null),
  localityId: fc.constantFrom("a", "b", "c", "d"),
  bankId: fc.constantFrom("b1", "b2", null),
  year: fc.integer({ min: 1, max: 2 }),
  amount: fc.integer({ min: -3, max: 3 }),
});
const someShares = fc.option(fc.dictionary(fc.constantFrom("f1", "f2"), fc.integer({ min: 1, max: 3 })), {
  nil: undefined,
});
const someWrite = fc.uniqueArray(fc.record({ loan: someLoan, shares: someShares, isRemoved: fc.boolean() }), {
  selector: ({ loan: { id } }) => id,
  minLength: 1,
  maxLength: 4,
});

test("totals are at all times what the rows give, whatever is added, changed, moved and removed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someWrite, { maxLength: 5 }), async (writes) => {
      for (const rows of writes)
        await write(
          rows.map((row) => ({
            id: row.loan.id,
            after: row.isRemoved ? null : row.loan,
            shares: row.shares,
          })),
        );
      expect(await unitTotals()).toEqual(await countedUnits());
      expect(await fundTotals()).toEqual(await countedFunds());
      expect(await bankTotals()).toEqual(await countedBanks());
      expect(await findTotalDifferences(database, lendingTotals)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("a household that borrows in two localities counts once in a unit that has both", async () => {
  await write([
    { id: "1", after: loan("1") },
    { id: "2", after: loan("2", { localityId: "b" }) },
  ]);
  expect(await unitTotals()).toContainEqual({ unit_id: "ab", year: 1, loans: 2, households: 1 });
  expect(await unitTotals()).toContainEqual({ unit_id: "b", year: 1, loans: 1, households: 1 });
});

test.each([
  [{ amount: 9 }, 0],
  [{ year: 2 }, 1],
  [{ householdId: "h2" }, 1],
  [{ localityId: "b" }, 1],
])("a change by %j reads the household's other loans %i times", async (changed, times) => {
  await write([
    { id: "1", after: loan("1") },
    { id: "2", after: loan("2") },
  ]);
  statements.length = 0;
  await write([{ id: "1", after: loan("1", changed) }]);
  expect(statements.filter((sql) => /SELECT .* WHERE "household_id" IN/.test(sql))).toHaveLength(times);
  expect(await unitTotals()).toEqual(await countedUnits());
});

test("new details of a loan are counted where nothing changes that the count reads of it", async () => {
  await write([{ id: "1", after: loan("1"), shares: { f1: 1 } }]);
  await write([{ id: "1", after: loan("1"), shares: { f1: 2, f2: 3 } }]);
  expect(await fundTotals()).toEqual(await countedFunds());
});

test("totals of one table that differ in their version are refused", async () => {
  const [first, second, ...others] = lendingTotals;
  const counting = database.write((manager) =>
    countChanges(manager, [first!, { ...second!, version: 2 }, ...others], LoanEntity, [
      { before: null, after: loan("1") },
    ]),
  );
  await expect(counting).rejects.toThrow("UnitTotalEntity to have the same places and version");
});

test("what is undone changes no total, nor do the writes after it", async () => {
  const failing = database.write(async (manager) => {
    await countChanges(manager, lendingTotals, LoanEntity, [{ before: null, after: loan("1") }]);
    throw new Error("Undone.");
  });
  await expect(failing).rejects.toThrow("Undone.");
  expect(await unitTotals()).toEqual([]);
  await write([{ id: "2", after: loan("2") }]);
  expect(await unitTotals()).toEqual(await countedUnits());
});

test("a check names every difference and changes nothing, and a rebuild mends them", async () => {
  await write([{ id: "1", after: loan("1", { bankId: "b1" }) }]);
  await database.write(async (manager) => {
    await manager.query("UPDATE unit_total SET households = 3 WHERE unit_id = 'ab'");
    await manager.query("DELETE FROM bank_total");
  });
  const differences = [
    { table: "unit_total", key: { unit_id: "ab", year: 1 }, excess: { households: 2 } },
    { table: "bank_total", key: { bank_id: "b1" }, excess: { amount: -5 } },
  ];
  expect(await findTotalDifferences(database, lendingTotals)).toEqual(differences);
  expect(await findTotalDifferences(database, lendingTotals)).toEqual(differences);
  await database.write((manager) => rebuildTotals(manager, lendingTotals, () => true));
  expect(await findTotalDifferences(database, lendingTotals)).toEqual([]);
});

test("a table that several totals count is rebuilt whole, also for one of them", async () => {
  await write([{ id: "1", after: loan("1") }]);
  const [one] = lendingTotals;
  await database.write((manager) => rebuildTotals(manager, lendingTotals, (each) => each === one));
  expect(await findTotalDifferences(database, lendingTotals)).toEqual([]);
});

test("a database whose totals were counted by another version is recounted when it is migrated", async () => {
  await write([{ id: "1", after: loan("1") }]);
  await database.write(async (manager) => {
    await manager.query("UPDATE totals_version SET version = 0 WHERE name = 'unit_total'");
    await manager.query("DELETE FROM unit_total");
  });
  await database.migrate();
  expect(await findTotalDifferences(database, lendingTotals)).toEqual([]);
});
