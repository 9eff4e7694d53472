import type { Cell, Column } from "../catalog/catalog.types.js";
import type { PartialError } from "./report-run.js";

/** The columns whose cells lack because a department did not answer. */
export const lackingColumns = (errors: readonly PartialError[]): ReadonlySet<string> =>
  new Set(errors.flatMap(({ columns }) => columns));

/** Whether a cell is empty because of a failure, and not because there is no value or it is withheld. */
export const isLacking = (lacking: ReadonlySet<string>, column: Column, cell: Cell): boolean =>
  cell === null && lacking.has(column.name);
