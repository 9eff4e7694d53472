import type { z } from "zod";
import type { Value } from "../file-kind.js";

/** How a column's cells are read and written. */
export interface ValueType {
  /** Continues "expected …". */
  readonly expected: string;
  /** From a cell without space around it, which is not blank. */
  readonly schema: z.ZodType<Value, string>;
  format(value: Exclude<Value, null>): string;
  /**
   * Whether no valid cell is the beginning of another, so that one that was cut off can be told. True of a
   * day, not of a name.
   */
  readonly isPrefixFree: boolean;
}
