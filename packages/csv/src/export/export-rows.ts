import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { Localities } from "@an-sinh/territory/localities";
import type { EntityManager } from "typeorm";
import { headerLine, rowLines } from "../csv/write-csv.js";
import { referringColumns, type FileKind, type Row, type Value } from "../file-kind.js";
import { idOf, readDetails } from "../table/details.js";
import { pagesOf } from "@an-sinh/subgraph-kit/database/pages";
import { rowTable } from "../table/row-table.js";

interface ExportOptions {
  readonly kind: FileKind;
  /** Takes the text of the file piece by piece, with the number of rows in the piece. The export waits for it. */
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
  let total = 0;
  for (const part of kind.parts ?? ["1 = 1"]) {
    for await (const rows of pagesOf(rowTable(manager, kind.entity), kind.key, part)) {
      signal?.throwIfAborted();
      const cells = await toCells(manager, kind, rows, localities);
      await write(rowLines(kind.columns, cells), rows.length);
      total += rows.length;
    }
  }
  return total;
}

/** The cells of each row, by column. */
async function toCells(
  manager: EntityManager,
  kind: FileKind,
  rows: readonly Row[],
  localities: Localities | null,
): Promise<readonly Row[]> {
  const names = await readNames(manager, kind, rows);
  const details = kind.details && (await readDetails(manager, kind.details, rows));
  return rows.map((row) => ({
    ...propertyCells(kind, row, names),
    ...kind.toCells?.(row),
    ...(localities && placeCells(localities, String(row["localityId"]))),
    ...kind.details?.toCells(details?.get(idOf(row)) ?? []),
  }));
}

/** What the file gives in the place of an id, by column and id. */
type Names = ReadonlyMap<string, ReadonlyMap<Value, Value>>;

/** Reads them for the columns that refer to rows by another property than the id. */
async function readNames(manager: EntityManager, kind: FileKind, rows: readonly Row[]): Promise<Names> {
  const names = new Map<string, ReadonlyMap<Value, Value>>();
  for (const { name, property = "", refersTo } of referringColumns(kind)) {
    const { entity, by } = refersTo;
    if (by === "id") continue;
    const found = await rowTable(manager, entity).readBy(
      "id",
      rows.map((row) => row[property] ?? null),
    );
    names.set(name, new Map(found.map((row) => [idOf(row), row[by] ?? null])));
  }
  return names;
}

function propertyCells({ columns }: FileKind, row: Row, names: Names): Row {
  const cells: Record<string, Value> = {};
  for (const { name, property } of columns) {
    if (property === undefined) continue;
    const value = row[property] ?? null;
    const namesById = names.get(name);
    cells[name] = namesById ? (namesById.get(value) ?? null) : value;
  }
  return cells;
}

function placeCells(localities: Localities, localityId: string): Row {
  const found = localities.find(localityId);
  if (!found) throw new Error(`Expected the communes of locality ${localityId} in the table territory.`);
  return { commune_code: found.communeCode, former_commune_code: found.formerCommuneCode };
}
