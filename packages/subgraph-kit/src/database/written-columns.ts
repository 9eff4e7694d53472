import type { Driver, EntityMetadata } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import { bigint } from "./columns.js";

/** A column that an insert writes. */
export interface WrittenColumn {
  /** Its name, quoted. */
  readonly name: string;
  readonly property: string;
  readonly isPrimary: boolean;
  /** The parameter of a statement for the column's value in a row. */
  parameter(row: object): unknown;
}

/** Types whose values go to the drivers as the entity has them. A day is a text. */
const unchangedTypes: ReadonlySet<unknown> = new Set(["varchar", "int", "bigint", "decimal", "date"]);

/** The columns that an insert writes, from the entity's metadata. */
export const writtenColumns = (driver: Driver, { columns }: EntityMetadata): WrittenColumn[] =>
  columns
    .filter((column) => !column.isVirtual && !column.isGenerated)
    .map((column) => ({
      name: driver.escape(column.databaseName),
      property: column.propertyName,
      isPrimary: column.isPrimary,
      parameter: parameterOf(driver, column),
    }));

/** The parameters of a statement that writes these columns of the rows. */
export function parametersOf(rows: readonly object[], columns: readonly WrittenColumn[]): unknown[] {
  const parameters: unknown[] = [];
  for (const row of rows) for (const column of columns) parameters.push(column.parameter(row));
  return parameters;
}

type Row = Readonly<Record<string, unknown>>;

function parameterOf(driver: Driver, column: ColumnMetadata): (row: Row) => unknown {
  const { propertyName, type, transformer } = column;
  const ifMissing: unknown = driver.preparePersistentValue(column.default, column) ?? null;
  if (type === "boolean") return ({ [propertyName]: value }) => (value == null ? ifMissing : Number(value));
  if (unchangedTypes.has(type) && (transformer === undefined || transformer === bigint.transformer))
    return ({ [propertyName]: value }) => value ?? ifMissing;
  return ({ [propertyName]: value }) =>
    value == null ? ifMissing : driver.preparePersistentValue(value, column);
}
