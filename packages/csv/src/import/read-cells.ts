import { wholeLine, type Column, type FileKind, type Problem, type Value } from "../file-kind.js";
import { examineRows, type ExaminedRow, type ImportRow, type Stage } from "./stage.js";

/** Reads the cells of lines by the types of their columns. `positions` says where each column stands in a line. */
export const readCells =
  (kind: FileKind, positions: readonly number[]): Stage =>
  (rows) =>
    examineRows(rows, (row) =>
      row.line.cells.length === positions.length
        ? readLine(kind, positions, row)
        : { row, problems: [{ column: wholeLine, expected: `${positions.length} cells` }] },
    );

function readLine(kind: FileKind, positions: readonly number[], row: ImportRow): ExaminedRow {
  const cells: Record<string, Value> = {};
  const values: Record<string, Value> = {};
  const problems: Problem[] = [];
  for (const [index, column] of kind.columns.entries()) {
    const value = readCell(column, row.line.cells[positions[index] ?? -1]?.trim() ?? "");
    if (value === undefined) {
      problems.push({ column: column.name, expected: column.type.expected });
      continue;
    }
    cells[column.name] = value;
    if (column.property !== undefined) values[column.property] = value;
  }
  if (problems.length === 0) Object.assign(values, kind.derive?.(values, cells));
  return { row: { ...row, cells, values }, problems };
}

/** What a cell without space around it means. Undefined: nothing that the column can hold. */
function readCell({ type, isOptional }: Column, cell: string): Value | undefined {
  if (cell === "") return isOptional ? null : undefined;
  return type.schema.safeParse(cell).data;
}
