import type { EntityManager } from "typeorm";
import type { Database } from "../database/database.js";
import { groupBy } from "../group-by.js";
import { recount } from "./recount.js";
import { columnsOf } from "./total-columns.js";
import type { Totals } from "./totals.js";

/** A stored total that is not what the rows give. */
export interface TotalDifference {
  /** The table of the totals. */
  readonly table: string;
  /** The place and what is told apart in it, by column. */
  readonly key: Readonly<Record<string, unknown>>;
  /** By how much the stored sums are too large, by column; negative where they are too small. Equal ones are left out. */
  readonly excess: Readonly<Record<string, number>>;
}

/** Thrown to undo the recount. */
class Undo extends Error {}

/**
 * Recounts the rows and returns how the stored totals differ. All rows are taken off the totals in a transaction that is
 * undone: what remains is the difference. Other writers wait meanwhile.
 */
export async function findTotalDifferences(
  database: Database,
  totals: readonly Totals[],
  signal?: AbortSignal,
): Promise<readonly TotalDifference[]> {
  let differences: readonly TotalDifference[] = [];
  try {
    await database.write(async (manager) => {
      await recount(manager, totals, -1, signal);
      const tables = [...groupBy(totals, ({ entity }) => entity).values()].flatMap(([first]) => first ?? []);
      differences = (await Promise.all(tables.map((each) => remaining(manager, each)))).flat();
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return differences;
}

/** What is left in a table of totals, with the names of its columns. */
async function remaining(manager: EntityManager, totals: Totals): Promise<TotalDifference[]> {
  const { driver } = manager.connection;
  const { tableName: table } = manager.connection.getMetadata(totals.entity);
  const { place, keys, sums } = columnsOf(manager, totals);
  const isLeft = sums.map((sum) => `${driver.escape(sum.databaseName)} <> 0`).join(" OR ");
  const rows: Record<string, unknown>[] = await manager.query(
    `SELECT * FROM ${driver.escape(table)} WHERE ${isLeft}`,
  );
  return rows.map((row) => ({
    table,
    key: Object.fromEntries([place, ...keys].map(({ databaseName }) => [databaseName, row[databaseName]])),
    excess: Object.fromEntries(
      sums
        .map(({ databaseName }) => [databaseName, Number(row[databaseName])] as const)
        .filter(([, excess]) => excess !== 0),
    ),
  }));
}
