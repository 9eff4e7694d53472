import type { Database } from "@an-sinh/subgraph-kit/database/database";
import type { EntityManager } from "typeorm";
import { headerLine, rowLine } from "../csv/write-csv.js";
import { refers } from "../import/references.js";
import { pagesOf } from "../import/pages.js";
import { rowTable } from "../row-table.js";
import type { FileKind, Row, Value } from "../file-kind.js";
import { Localities } from "@an-sinh/territory/localities";

export interface ExportOptions {
  readonly kind: FileKind;
  /** Takes the text of the file piece by piece; it may make the export wait. */
  readonly write: (text: string, rows: number) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes all rows of a kind as a CSV file: in the order of their keys, page by page, as they stood at one
 * moment. Returns the number of rows.
 */
export function exportRows(database: Database, options: ExportOptions): Promise<number> {
  return database.reader.transaction((manager) => writeRows(manager, options));
}

/** How many rows there are to export. */
export const countRows = (database: Database, kind: FileKind): Promise<number> =>
  database.reader.getRepository(kind.entity).count();

async function writeRows(manager: EntityManager, { kind, write, signal }: ExportOptions): Promise<number> {
  await write(headerLine(kind.columns), 0);
  const localities = kind.place ? await Localities.read(manager) : null;
  const table = rowTable(manager, kind.entity);
  let total = 0;
  for (const part of kind.parts ?? ["1 = 1"]) {
    for await (const rows of pagesOf(table, kind.key, part)) {
      signal?.throwIfAborted();
      const cells = await toCells(manager, kind, rows, localities);
      await write(cells.map((row) => rowLine(kind.columns, row)).join(""), rows.length);
      total += rows.length;
    }
  }
  return total;
}

async function toCells(
  manager: EntityManager,
  kind: FileKind,
  rows: readonly Row[],
  localities: Localities | null,
): Promise<readonly Row[]> {
  const cells = rows.map((row): Record<string, Value> => {
    const own = kind.columns.flatMap(({ name, property }) =>
      property === undefined ? [] : [[name, row[property] ?? null] as const],
    );
    return {
      ...Object.fromEntries(own),
      ...kind.toCells?.(row),
      ...(localities && placeOf(localities, String(row["localityId"]))),
    };
  });
  await nameReferences(manager, kind, cells);
  await addDetails(manager, kind, rows, cells);
  return cells;
}

function placeOf(localities: Localities, localityId: string): Row {
  const found = localities.find(localityId);
  if (!found) throw new Error(`Expected the communes of locality ${localityId} in the table territory.`);
  return { commune_code: found.communeCode, former_commune_code: found.formerCommuneCode };
}

/** Puts what the file refers by in the place of ids. */
async function nameReferences(
  manager: EntityManager,
  kind: FileKind,
  cells: readonly Record<string, Value>[],
): Promise<void> {
  for (const { name, refersTo } of kind.columns.filter(refers)) {
    if (refersTo.by === "id") continue;
    const rows = await rowTable(manager, refersTo.entity).readBy(
      "id",
      cells.map((row) => row[name] ?? null),
    );
    const names = new Map(rows.map((row) => [row["id"], row[refersTo.by] ?? null]));
    for (const row of cells) row[name] = names.get(row[name] ?? null) ?? null;
  }
}

async function addDetails(
  manager: EntityManager,
  { details }: FileKind,
  rows: readonly Row[],
  cells: readonly Record<string, Value>[],
): Promise<void> {
  if (!details) return;
  const { entity, ownerProperty, toCells: format } = details;
  const found = await rowTable(manager, entity).readBy(
    ownerProperty,
    rows.map(({ id }) => id ?? null),
  );
  const byOwner = new Map<Value | undefined, Row[]>();
  for (const row of found) byOwner.set(row[ownerProperty], [...(byOwner.get(row[ownerProperty]) ?? []), row]);
  for (const [index, { id }] of rows.entries()) {
    const cellsOfRow = cells[index];
    if (cellsOfRow) Object.assign(cellsOfRow, format(byOwner.get(id) ?? []));
  }
}
