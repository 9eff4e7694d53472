import type { EntityManager } from "typeorm";
import { tableOf } from "../database/table.js";
import { groupBy } from "../group-by.js";
import { TotalChanges } from "./total-changes.js";
import type { TotalDetails, Totals } from "./totals.js";

type Values = Readonly<Record<string, string | null>>;

/**
 * Counts the rows of subjects with their details, as `TotalChanges.add` does. The details are those in `given`, else those
 * on record.
 */
export async function addWithDetails(
  manager: EntityManager,
  totals: readonly Totals[],
  subjects: readonly (readonly object[])[],
  sign: 1 | -1,
  given: ReadonlyMap<object, readonly object[]> = new Map(),
): Promise<void> {
  for (const [details, alike] of groupBy(totals, (each) => each.details)) {
    const whole = details ? await withDetails(manager, details, subjects, given) : subjects;
    await TotalChanges.of(manager).add(alike, whole, sign);
  }
}

/** Gives each row the property with its details. */
async function withDetails(
  manager: EntityManager,
  { entity, owner, property }: TotalDetails,
  subjects: readonly (readonly object[])[],
  given: ReadonlyMap<object, readonly object[]>,
): Promise<readonly (readonly object[])[]> {
  const idOf = (row: object) => (row as Values)["id"] ?? null;
  const ids = subjects.flat().flatMap((row) => (given.has(row) ? [] : [idOf(row)]));
  const stored = groupBy(
    await tableOf(manager, entity).readBy(owner as never, ids),
    (detail) => (detail as Values)[owner],
  );
  const detailsOf = (row: object) => given.get(row) ?? stored.get(idOf(row) ?? undefined) ?? [];
  return subjects.map((rows) => rows.map((row) => ({ ...row, [property]: detailsOf(row) })));
}
