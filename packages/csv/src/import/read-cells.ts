import { withoutSpaceAround } from "@an-sinh/subgraph-kit/text";
import { wholeLine, type Column, type FileKind, type Problem, type Value } from "../file-kind.js";
import { examineRows, type ExaminedRow, type ImportRow, type Stage } from "./stage.js";

/** Reads the cells of lines by the types of their columns. `positions` says where each column stands in a line. */
export const readCells = (kind: FileKind, positions: readonly number[]): Stage => {
  const named = new Set(positions);
  const width = Math.max(...positions) + 1;
  const readLine = lineReader(kind, positions);
  /** Spreadsheets write blank cells beside the columns. */
  const hasShape = ({ line: { cells } }: ImportRow) =>
    cells.length >= width &&
    (cells.length === positions.length ||
      cells.every((cell, index) => named.has(index) || cell.trim() === ""));
  return (rows) =>
    examineRows(rows, (row) =>
      hasShape(row) ? readLine(row) : { row, problems: [{ column: wholeLine, expected: `${width} cells` }] },
    );
};

type LineReader = (row: ImportRow) => ExaminedRow;

function lineReader(kind: FileKind, positions: readonly number[]): LineReader {
  const columns = kind.columns.map((column, index) => ({ column, position: positions[index] ?? -1 }));
  // Copies of an object that has all properties are made in a fraction of the time that it takes to add them.
  const noCells = blanks(kind.columns.map(({ name }) => name));
  const noValues = blanks(kind.columns.flatMap(({ property }) => (property === undefined ? [] : [property])));
  return (row) => {
    const cells = { ...noCells };
    const values = { ...noValues };
    const problems: Problem[] = [];
    for (const { column, position } of columns) {
      const value = readCell(column, withoutSpaceAround(row.line.cells[position] ?? ""));
      if (typeof value === "object" && value !== null) {
        problems.push({ column: column.name, expected: value.expected });
        continue;
      }
      cells[column.name] = value;
      if (column.property !== undefined) values[column.property] = value;
    }
    if (problems.length === 0 && kind.derive) Object.assign(values, kind.derive(values, cells));
    return { row: { line: row.line, cells, values, before: null }, problems };
  };
}

const blanks = (names: readonly string[]): Record<string, Value> =>
  Object.fromEntries(names.map((name) => [name, null]));

/** What a cell without space around it means, or what was expected where the column cannot hold it. */
function readCell({ type, isOptional }: Column, cell: string): Value | { readonly expected: string } {
  if (cell === "" && isOptional) return null;
  const value = cell === "" ? undefined : type.read(cell);
  return value ?? { expected: type.explain?.(cell) ?? type.expected };
}
