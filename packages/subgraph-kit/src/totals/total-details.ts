import type { EntityManager } from "typeorm";
import { tableOf } from "../database/table.js";
import { groupBy } from "../group-by.js";
import type { TotalDetails } from "./totals.js";

type Values = Readonly<Record<string, string | null>>;

/**
 * Gives each row the property with its details: those in `given`, else those on record. Without a definition of details
 * the rows stay as they are.
 */
export async function withDetails(
  manager: EntityManager,
  details: TotalDetails | undefined,
  subjects: readonly (readonly object[])[],
  given: ReadonlyMap<object, readonly object[]> = new Map(),
): Promise<readonly (readonly object[])[]> {
  if (!details) return subjects;
  const { entity, owner, property } = details;
  const idOf = (row: object) => (row as Values)["id"] ?? null;
  const ids = subjects.flat().flatMap((row) => (given.has(row) ? [] : [idOf(row)]));
  const stored = groupBy(
    await tableOf(manager, entity).readBy(owner as never, ids),
    (detail) => (detail as Values)[owner],
  );
  const detailsOf = (row: object) => given.get(row) ?? stored.get(idOf(row) ?? undefined) ?? [];
  return subjects.map((rows) => rows.map((row) => ({ ...row, [property]: detailsOf(row) })));
}
