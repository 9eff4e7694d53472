import { setImmediate } from "node:timers/promises";
import type { EntityManager } from "typeorm";
import { pagesOf } from "../database/pages.js";
import { tableOf, type Table } from "../database/table.js";
import { groupBy } from "../group-by.js";
import { alikeIn, type AlikeTotals } from "./alike-totals.js";
import { TotalChanges } from "./total-changes.js";
import { addWithDetails } from "./total-details.js";
import type { Totals } from "./totals.js";

/**
 * Counts all rows that these totals count, within the manager's transaction: 1 adds them to the stored totals, -1 takes
 * them off. Memory does not grow with the tables.
 */
export async function recount(
  manager: EntityManager,
  totals: readonly Totals[],
  sign: 1 | -1,
  signal?: AbortSignal,
): Promise<void> {
  for (const alike of alikeIn(totals))
    for await (const subjects of subjectsOf(manager, alike)) {
      await addWithDetails(manager, alike.totals, subjects, sign);
      // SQLite's driver never waits, so signals and timers are handled only here.
      await setImmediate();
      signal?.throwIfAborted();
    }
  await TotalChanges.of(manager).write();
}

/**
 * Empties the tables of these totals and counts all rows anew, within the manager's transaction. `totals` are all of the
 * database: several may count one table.
 */
export async function rebuildTotals(
  manager: EntityManager,
  totals: readonly Totals[],
  isWanted: (totals: Totals) => boolean,
  signal?: AbortSignal,
): Promise<void> {
  await TotalChanges.of(manager).write();
  const tables = new Set(totals.filter(isWanted).map(({ entity }) => entity));
  for (const entity of tables) await manager.createQueryBuilder().delete().from(entity).execute();
  await recount(
    manager,
    totals.filter(({ entity }) => tables.has(entity)),
    1,
    signal,
  );
}

/** All rows of a table, some subjects at a time. Each element of a part has all rows of one subject. */
async function* subjectsOf(
  manager: EntityManager,
  { counted, subject, reads }: AlikeTotals,
): AsyncGenerator<readonly (readonly object[])[]> {
  const whole: Table<Record<string, unknown>> = tableOf(manager, counted as never);
  const key = manager.connection.getMetadata(counted).primaryColumns.map(({ propertyName }) => propertyName);
  const table = reads ? whole.only(...key, ...reads) : whole;
  if (subject === undefined) {
    for await (const rows of pagesOf(table, key)) yield rows.map((row) => [row]);
    return;
  }
  const column = table.column(subject);
  // Without the sign SQLite finds these rows by the subject's index, and sorts all of them for each page.
  for await (const rows of pagesOf(table, key, `+${column} IS NULL`)) yield rows.map((row) => [row]);
  let rest: Record<string, unknown>[] = [];
  const order = [subject, ...key.filter((property) => property !== subject)];
  for await (const rows of pagesOf(table, order, `${column} IS NOT NULL`)) {
    const groups = [...groupBy([...rest, ...rows], (row) => row[subject]).values()];
    rest = groups.pop() ?? [];
    yield groups;
  }
  if (rest.length > 0) yield [rest];
}
