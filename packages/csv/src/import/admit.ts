import type { EntityManager } from "typeorm";
import type { FileKind, Row, Value } from "../file-kind.js";
import type { Candidate } from "./candidate.js";
import { expectedReference, refers } from "./references.js";
import type { SeenKeys } from "./seen-keys.js";
import { rowTable } from "../row-table.js";

export const keyOf = (kind: FileKind, row: Row): string =>
  kind.key.map((property) => String(row[property])).join("\u0003");

/**
 * Decides which lines are stored: not those with the key, or another unique value, of an earlier line or of
 * another row, nor those that refer to a row of their own kind which is neither on record nor above.
 * Remembers the keys of those that are.
 */
export async function admit(
  manager: EntityManager,
  candidates: readonly Candidate[],
  seen: SeenKeys,
): Promise<void> {
  const kind = candidates[0]?.kind;
  if (!kind) return;
  const taken = await findTaken(manager, kind, candidates);
  const onRecord = await findOwnReferences(manager, kind, candidates);
  const earlier = new Map(seen.find(candidates.flatMap((candidate) => marksOf(candidate, true))));
  const added: [string, number][] = [];
  for (const candidate of candidates) {
    judge(candidate, { taken, onRecord, earlier });
    if (candidate.isRejected) continue;
    for (const mark of marksOf(candidate)) {
      earlier.set(mark, candidate.line.number);
      added.push([mark, candidate.line.number]);
    }
    if (kind.completeBy) added.push([ownerMark(candidate.row[kind.completeBy]), candidate.line.number]);
  }
  seen.add(added);
}

interface Known {
  /** The key of the row that has a unique value. */
  readonly taken: ReadonlyMap<string, string>;
  readonly onRecord: ReadonlySet<string>;
  readonly earlier: ReadonlyMap<string, number>;
}

function judge(candidate: Candidate, { taken, onRecord, earlier }: Known): void {
  const { kind, row, cells } = candidate;
  const key = keyOf(kind, row);
  const sameKey = earlier.get(keyMark(key));
  if (sameKey !== undefined) {
    candidate.reject(columnOf(kind, kind.key[0]), `another key than line ${sameKey} has`);
  }
  for (const property of kind.unique ?? []) {
    const mark = valueMark(property, row);
    const line = earlier.get(mark);
    if (line !== undefined) candidate.reject(columnOf(kind, property), `another value than line ${line} has`);
    else if ((taken.get(mark) ?? key) !== key)
      candidate.reject(columnOf(kind, property), "a value that no other row has");
  }
  for (const column of ownReferences(kind)) {
    const id = cells[column.name] ?? null;
    if (id !== null && !onRecord.has(String(id)) && !earlier.has(keyMark(String(id))))
      candidate.reject(column, `${expectedReference(column.refersTo)}, or stands above in the file`);
  }
}

export const keyMark = (key: string) => `\u0001${key}`;
/** That the file has lines for a value of the property by which it is complete. */
export const ownerMark = (value: Value | undefined) => `\u0002${String(value)}`;
const valueMark = (property: string, row: Row) => `${property}\u0001${String(row[property])}`;

function marksOf({ kind, row, cells }: Candidate, withReferences = false): string[] {
  const unique = (kind.unique ?? []).filter((property) => (row[property] ?? null) !== null);
  const own = withReferences ? ownReferences(kind).map(({ name }) => keyMark(String(cells[name]))) : [];
  return [keyMark(keyOf(kind, row)), ...unique.map((property) => valueMark(property, row)), ...own];
}

/** The columns by which rows refer to others of their kind: always by their id. */
const ownReferences = (kind: FileKind) =>
  kind.columns.filter(refers).filter(({ refersTo }) => refersTo.entity === kind.entity);

const columnOf = (kind: FileKind, property: string | undefined) =>
  kind.columns.find((column) => column.property === property)?.name ?? kind.columns[0]?.name ?? "";

async function findTaken(
  manager: EntityManager,
  kind: FileKind,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, string>> {
  const table = rowTable(manager, kind.entity);
  const taken = new Map<string, string>();
  for (const property of kind.unique ?? []) {
    const rows = await table.readBy(
      property,
      candidates.map(({ row }) => row[property] ?? null),
    );
    for (const row of rows) taken.set(valueMark(property, row), keyOf(kind, row));
  }
  return taken;
}

async function findOwnReferences(
  manager: EntityManager,
  kind: FileKind,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  const ids = ownReferences(kind).flatMap(({ name }) => candidates.map(({ cells }) => cells[name] ?? null));
  if (ids.length === 0) return new Set();
  const rows = await rowTable(manager, kind.entity).readBy("id", ids);
  return new Set(rows.map((row) => String(row["id"])));
}
