import type { ColumnOptions } from "typeorm";

/** An opaque identifier or an official code: compared byte by byte, never by a language's rules. */
export const identifier = {
  type: "varchar",
  length: 40,
  collation: "utf8mb4_bin",
} as const satisfies ColumnOptions;

/** Whole numbers beyond 2^31, such as dong: MySQL's driver gives them as strings, SQLite's as numbers. */
export const bigint = {
  type: "bigint",
  transformer: {
    to: (value: number | null | undefined) => value,
    from: (value: string | number | null) => (value === null ? null : Number(value)),
  },
} as const satisfies ColumnOptions;

/** A number with a fixed count of decimals, such as hectares: MySQL's driver gives it as a string. */
export const decimal = (precision: number, scale: number) =>
  ({
    type: "decimal",
    precision,
    scale,
    transformer: bigint.transformer,
  }) as const satisfies ColumnOptions;

/** An enumeration is stored by name: readable in SQL and open to new values. */
export const enumeration = {
  type: "varchar",
  length: 40,
  collation: "utf8mb4_bin",
} as const satisfies ColumnOptions;
