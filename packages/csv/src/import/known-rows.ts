import type { EntityManager } from "typeorm";
import type { FileKind, Row, UniqueRule, Value } from "../file-kind.js";
import { idOf } from "../table/details.js";
import { rowTable } from "../table/row-table.js";
import { keyEntry, keyOf, ownReferences, uniqueEntry, type KeyedRow } from "./row-keys.js";
import type { SeenKeys } from "./seen-keys.js";
import type { ImportRow } from "./stage.js";

/** What is known of other rows than those of the batch that is examined. */
export interface KnownRows {
  /** The lines of the rows above that were accepted, by entry. Rows of the batch are added as they are accepted. */
  readonly above: Map<string, number>;
  /**
   * The rows on record that have unique values of the batch, by entry. They are whole if the rule is an index; of others
   * the key and the values of the rule are read.
   */
  readonly holders: ReadonlyMap<string, Row>;
  /** The ids to which rows of the batch refer and which are on record. */
  readonly referredOnRecord: ReadonlySet<Value>;
}

export async function findKnownRows(
  manager: EntityManager,
  kind: FileKind,
  seen: SeenKeys,
  rows: readonly KeyedRow[],
): Promise<KnownRows> {
  const own = ownReferences(kind);
  const referred = own.flatMap(({ name }) => rows.map(({ cells }) => keyEntry(String(cells[name]))));
  return {
    above: seen.find([...referred, ...rows.flatMap(({ entries }) => entries)]),
    holders: await findHolders(manager, kind, rows),
    referredOnRecord: await findReferred(manager, kind, rows),
  };
}

/** The rows on record with the keys of these rows, by key. */
export async function findOnRecord(
  manager: EntityManager,
  kind: FileKind,
  rows: readonly ImportRow[],
): Promise<ReadonlyMap<string, Row>> {
  const [property = "id"] = kind.key;
  const wanted = rows.map(({ values }) => values[property] ?? null);
  const found = await rowTable(manager, kind.entity).readBy(property, wanted);
  return new Map(found.map((row) => [keyOf(kind, row), row]));
}

async function findHolders(
  manager: EntityManager,
  kind: FileKind,
  rows: readonly KeyedRow[],
): Promise<ReadonlyMap<string, Row>> {
  const table = rowTable(manager, kind.entity);
  const holders = new Map<string, Row>();
  for (const rule of kind.unique ?? []) {
    const [property = "id"] = rule.properties;
    const having = rows.filter((row) => row.unique.some((value) => value.rule === rule) && !holds(row, rule));
    const wanted = having.map(({ values }) => values[property] ?? null);
    const read = isIndexed(rule) ? table : table.only(...new Set([...kind.key, ...rule.properties]));
    for (const row of await read.readBy(property, wanted, rule.among?.sql))
      holders.set(uniqueEntry(rule, row), row);
  }
  return holders;
}

/** Whether the table has a unique index for a rule. */
export const isIndexed = ({ properties, among }: UniqueRule): boolean => properties.length === 1 && !among;

/** Whether the row on record has the same value, and by the index no other row. */
const holds = ({ before, values }: ImportRow, rule: UniqueRule): boolean =>
  isIndexed(rule) && before !== null && rule.properties.every((name) => before[name] === values[name]);

async function findReferred(
  manager: EntityManager,
  kind: FileKind,
  rows: readonly ImportRow[],
): Promise<ReadonlySet<Value>> {
  const found = new Set<Value>();
  for (const { name } of ownReferences(kind)) {
    const wanted = rows.map(({ cells }) => cells[name] ?? null);
    const rowsById = rowTable(manager, kind.entity).only("id");
    for (const row of await rowsById.readBy("id", wanted)) found.add(idOf(row));
  }
  return found;
}
