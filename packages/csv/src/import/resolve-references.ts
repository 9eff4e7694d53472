import type { EntityManager } from "typeorm";
import {
  referringColumns,
  type FileKind,
  type Problem,
  type Reference,
  type ReferringColumn,
  type Row,
  type Value,
} from "../file-kind.js";
import { rowTable } from "../table/row-table.js";
import { examineRows, type ExaminedRow, type ImportRow, type Stage } from "./stage.js";

/**
 * Puts the id of the row that a cell refers to into the values, with what is copied from that row. It looks into
 * other tables only: `compareRows` checks what refers to rows of the kind itself.
 */
export function resolveReferences(manager: EntityManager, kind: FileKind): Stage {
  const columns = referringColumns(kind).filter(({ refersTo }) => refersTo.entity !== kind.entity);
  return async (rows) => {
    if (columns.length === 0) return { accepted: rows, rejected: [] };
    const references: FoundReference[] = [];
    for (const column of columns) references.push(await findReferences(manager, column, rows));
    return examineRows(rows, (row) => resolveRow(row, references));
  };
}

interface FoundReference {
  readonly column: ReferringColumn;
  /** The rows on record, by what the file refers to them with. */
  readonly found: ReadonlyMap<Value, Row>;
}

async function findReferences(
  manager: EntityManager,
  column: ReferringColumn,
  rows: readonly ImportRow[],
): Promise<FoundReference> {
  const { entity, by, copied } = column.refersTo;
  const wanted = rows.map(({ cells }) => cells[column.name] ?? null);
  const table = rowTable(manager, entity);
  const found = await (copied ? table : table.only("id", by)).readBy(by, wanted);
  return { column, found: new Map(found.map((row) => [row[by] ?? null, row])) };
}

function resolveRow(row: ImportRow, references: readonly FoundReference[]): ExaminedRow {
  const values: Record<string, Value> = { ...row.values };
  const problems: Problem[] = [];
  for (const { column, found } of references) {
    const given = row.cells[column.name] ?? null;
    if (given === null) continue;
    const target = found.get(given);
    if (!target) problems.push({ column: column.name, expected: expectedReference(column.refersTo) });
    else copyFrom(target, column, values);
  }
  return { row: { ...row, values }, problems };
}

function copyFrom(target: Row, { property, refersTo }: ReferringColumn, values: Record<string, Value>): void {
  if (property !== undefined) values[property] = target["id"] ?? null;
  if (refersTo.copied) Object.assign(values, refersTo.copied(target));
}

export const expectedReference = ({ noun, by }: Reference): string =>
  `the ${by} of a ${noun} that is on record`;
