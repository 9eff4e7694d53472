import { withoutSpaceAround } from "@an-sinh/subgraph-kit/text";
import { wholeLine, type Column, type FileKind, type Problem, type Value } from "../file-kind.js";
import { examineRows, type ExaminedRow, type ImportRow, type Stage } from "./stage.js";

/** Reads the cells of lines by the types of their columns. `positions` says where each column stands in a line. */
export const readCells = (kind: FileKind, positions: readonly number[]): Stage => {
  const named = new Set(positions);
  const width = Math.max(...positions) + 1;
  /** Spreadsheets write blank cells beside the columns. */
  const hasShape = ({ line: { cells } }: ImportRow) =>
    cells.length >= width &&
    (cells.length === positions.length ||
      cells.every((cell, index) => named.has(index) || cell.trim() === ""));
  return (rows) =>
    examineRows(rows, (row) =>
      hasShape(row)
        ? readLine(kind, positions, row)
        : { row, problems: [{ column: wholeLine, expected: `${width} cells` }] },
    );
};

function readLine(kind: FileKind, positions: readonly number[], row: ImportRow): ExaminedRow {
  const cells: Record<string, Value> = {};
  const values: Record<string, Value> = {};
  const problems: Problem[] = [];
  for (const [index, column] of kind.columns.entries()) {
    const value = readCell(column, withoutSpaceAround(row.line.cells[positions[index] ?? -1] ?? ""));
    if (typeof value === "object" && value !== null) {
      problems.push({ column: column.name, expected: value.expected });
      continue;
    }
    cells[column.name] = value;
    if (column.property !== undefined) values[column.property] = value;
  }
  if (problems.length === 0) Object.assign(values, kind.derive?.(values, cells));
  return { row: { ...row, cells, values }, problems };
}

/** What a cell without space around it means, or what was expected where the column cannot hold it. */
function readCell({ type, isOptional }: Column, cell: string): Value | { readonly expected: string } {
  if (cell === "" && isOptional) return null;
  const value = cell === "" ? undefined : type.schema.safeParse(cell).data;
  return value ?? { expected: type.explain?.(cell) ?? type.expected };
}
