import type { Value } from "../file-kind.js";

/** How a column's cells are read and written. */
export interface ValueType {
  /** What a cell must hold. It continues "expected …". */
  readonly expected: string;
  /** What a cell means that is not blank and has no space around it. Undefined: the column cannot hold it. */
  read(cell: string): Exclude<Value, null> | undefined;
  /** What is wrong with a cell that `read` refuses, where `expected` does not say it. Undefined: `expected` says it. */
  explain?(cell: string): string | undefined;
  /** Writes the cell of a value. */
  format(value: Exclude<Value, null>): string;
  /**
   * Whether no valid cell is the beginning of another valid cell. If so, a valid cell at the end of a file was not
   * cut off. True of days, false of names.
   */
  readonly isPrefixFree: boolean;
}
