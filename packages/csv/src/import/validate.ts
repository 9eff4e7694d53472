import type { FileKind } from "../file-kind.js";
import { examineRows, type Stage } from "./stage.js";

/** Checks what a line says against the kind's own rule. */
export const validate =
  (kind: FileKind): Stage =>
  (rows) =>
    examineRows(rows, (row) => {
      const problem = kind.validate?.(row.values, row.cells);
      return { row, problems: problem ? [problem] : [] };
    });
