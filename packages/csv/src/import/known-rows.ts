import type { EntityManager } from "typeorm";
import type { FileKind, Row, Value } from "../file-kind.js";
import { idOf } from "../table/details.js";
import { rowTable } from "../table/row-table.js";
import { entriesOf, keyEntry, ownReferences, rulesFor, uniqueEntry } from "./row-keys.js";
import type { SeenKeys } from "./seen-keys.js";
import type { ImportRow } from "./stage.js";

/** What is known of other rows than those of the batch that is examined. */
export interface KnownRows {
  /** The lines of the rows above that were accepted, by entry. Rows of the batch are added as they are accepted. */
  readonly above: Map<string, number>;
  /** The rows on record that have unique values of the batch, by entry. */
  readonly holders: ReadonlyMap<string, Row>;
  /** The ids to which rows of the batch refer and which are on record. */
  readonly referredOnRecord: ReadonlySet<Value>;
}

export async function findKnownRows(
  manager: EntityManager,
  kind: FileKind,
  seen: SeenKeys,
  rows: readonly ImportRow[],
): Promise<KnownRows> {
  const referred = ownReferences(kind).flatMap(({ name }) => rows.map(({ cells }) => String(cells[name])));
  const above = seen.find([...rows.flatMap((row) => entriesOf(kind, row)), ...referred.map(keyEntry)]);
  return {
    above,
    holders: await findHolders(manager, kind, rows),
    referredOnRecord: await findReferred(manager, kind, rows),
  };
}

async function findHolders(
  manager: EntityManager,
  kind: FileKind,
  rows: readonly ImportRow[],
): Promise<ReadonlyMap<string, Row>> {
  const table = rowTable(manager, kind.entity);
  const holders = new Map<string, Row>();
  for (const rule of kind.unique ?? []) {
    const [property = "id"] = rule.properties;
    const having = rows.filter(({ values }) => rulesFor(kind, values).includes(rule));
    const wanted = having.map(({ values }) => values[property] ?? null);
    for (const row of await table.readBy(property, wanted, rule.among?.sql))
      holders.set(uniqueEntry(rule, row), row);
  }
  return holders;
}

async function findReferred(
  manager: EntityManager,
  kind: FileKind,
  rows: readonly ImportRow[],
): Promise<ReadonlySet<Value>> {
  const table = rowTable(manager, kind.entity);
  const found = new Set<Value>();
  for (const { name } of ownReferences(kind)) {
    const wanted = rows.map(({ cells }) => cells[name] ?? null);
    for (const row of await table.readBy("id", wanted)) found.add(idOf(row));
  }
  return found;
}
