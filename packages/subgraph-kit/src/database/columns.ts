import type { ColumnOptions } from "typeorm";
import { sortKeyLength } from "../vietnamese-order.js";

/** An opaque identifier or an official code. */
export const identifier = { type: "varchar", length: 40 } as const satisfies ColumnOptions;

/**
 * What a list is sorted by instead of a name: `vietnameseSortKey`. The default is for the migration that adds the column:
 * it calls `fillSortKeys`.
 */
export const sortKey = {
  type: "varchar",
  length: sortKeyLength,
  default: "",
} as const satisfies ColumnOptions;

/**
 * What a name is searched by: `searchedText`, of a name of up to 120 characters. The default is for the migration that
 * adds the column: it calls `fillSearchedTexts`.
 */
export const searched = { type: "varchar", length: 122, default: "" } as const satisfies ColumnOptions;

/** A whole number beyond 2^31, such as dong. MySQL's driver gives a string and SQLite's a number; an entity has a number. */
export const bigint = {
  type: "bigint",
  transformer: {
    to: (value: number | null | undefined) => value,
    from: (value: string | number | null) => (value === null ? null : Number(value)),
  },
} as const satisfies ColumnOptions;

/** A number with a fixed count of decimals, such as hectares. MySQL's driver gives a string; an entity has a number. */
export const decimal = (precision: number, scale: number) =>
  ({
    type: "decimal",
    precision,
    scale,
    transformer: bigint.transformer,
  }) as const satisfies ColumnOptions;

/** A value of an enumeration, stored by its name: it can be read in SQL, and new values need no migration. */
export const enumeration = { type: "varchar", length: 40 } as const satisfies ColumnOptions;
