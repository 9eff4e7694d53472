import type { EntityManager } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import type { Totals } from "./totals.js";

/** The columns of a table of totals. */
export interface TotalColumns {
  /** Names the place. */
  readonly place: ColumnMetadata;
  /** What is told apart in a place. */
  readonly keys: readonly ColumnMetadata[];
  readonly sums: readonly ColumnMetadata[];
}

export function columnsOf(manager: EntityManager, { entity, places }: Totals): TotalColumns {
  const { name, primaryColumns, columns } = manager.connection.getMetadata(entity);
  const place = primaryColumns.find(({ propertyName }) => propertyName === places.key);
  if (!place) throw new Error(`Expected ${places.key} to be a primary column of ${name}.`);
  return {
    place,
    keys: primaryColumns.filter((column) => column !== place),
    sums: columns.filter((column) => !column.isPrimary),
  };
}
