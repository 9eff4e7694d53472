import type { EntityManager } from "typeorm";
import type { FileKind, Row, Value } from "../file-kind.js";
import { idOf } from "../table/details.js";
import { rowTable } from "../table/row-table.js";
import { entriesOf, keyEntry, keyOf, ownReferences, uniqueEntry } from "./row-keys.js";
import type { SeenKeys } from "./seen-keys.js";
import type { ImportRow } from "./stage.js";

/** What is known of other rows than those of the batch that is examined. */
export interface KnownRows {
  /** The lines of the rows above that were accepted, by entry. Rows of the batch are added as they are accepted. */
  readonly above: Map<string, number>;
  /** The keys of the rows on record that have unique values of the batch, by entry. */
  readonly uniqueOnRecord: ReadonlyMap<string, string>;
  /** The ids to which rows of the batch refer and which are on record. */
  readonly referredOnRecord: ReadonlySet<Value>;
}

export async function findKnownRows(
  manager: EntityManager,
  kind: FileKind,
  seen: SeenKeys,
  rows: readonly ImportRow[],
): Promise<KnownRows> {
  const table = rowTable(manager, kind.entity);
  const readBy = (property: string, given: (row: ImportRow) => Value | undefined): Promise<Row[]> =>
    table.readBy(
      property,
      rows.map((row) => given(row) ?? null),
    );
  const uniqueOnRecord = new Map<string, string>();
  for (const property of kind.unique ?? [])
    for (const row of await readBy(property, ({ values }) => values[property]))
      uniqueOnRecord.set(uniqueEntry(property, row), keyOf(kind, row));
  const referredOnRecord = new Set<Value>();
  for (const { name } of ownReferences(kind))
    for (const row of await readBy("id", ({ cells }) => cells[name])) referredOnRecord.add(idOf(row));
  const referred = ownReferences(kind).flatMap(({ name }) => rows.map(({ cells }) => String(cells[name])));
  const above = seen.find([...rows.flatMap((row) => entriesOf(kind, row)), ...referred.map(keyEntry)]);
  return { above, uniqueOnRecord, referredOnRecord };
}
