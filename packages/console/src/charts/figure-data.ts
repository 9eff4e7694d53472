import type { Cell, Chart, Column } from "../catalog/catalog.types.js";
import type { Row } from "../run/report-stream.js";

/** A column and the place of its cells in a row. */
export interface Field {
  readonly column: Column;
  readonly index: number;
}

export const findField = (columns: readonly Column[], name: string | undefined): Field | undefined => {
  const index = columns.findIndex((column) => column.name === name);
  const column = columns[index];
  return column && { column, index };
};

/** The columns of a chart, as far as the report has them. */
export interface ChartFields {
  readonly x: Field;
  readonly y: readonly Field[];
  readonly series: Field | undefined;
  /** Its value is chosen by the reader, also where rows do not share a place: such as the unit of measure. */
  readonly chosen: Field | undefined;
}

export function chartFields(columns: readonly Column[], chart: Chart): ChartFields | undefined {
  const x = findField(columns, chart.x);
  const y = chart.y.flatMap((name) => findField(columns, name) ?? []);
  // What is compared is one pair for each place: the reader chooses among several.
  const isPair = chart.kind === "TARGET" || chart.kind === "COMPARED";
  const series = findField(columns, chart.series);
  if (!x || y.length === 0) return undefined;
  return { x, y, series: isPair ? undefined : series, chosen: isPair ? series : undefined };
}

/** What columns and values are called in the page's language. */
export interface Names {
  readonly ofColumn: (column: Column) => string;
  readonly ofCell: (column: Column, cell: Cell) => string;
}

/** One value of a figure. */
export interface Point {
  readonly x: Exclude<Cell, null>;
  readonly series: string;
  readonly y: number;
}

/**
 * The points of a chart. Each column of values is a series; with a column of series, each of its values is one, and
 * both together where there are several columns. Cells without a value have no point.
 */
export function pointsOf(
  rows: readonly Row[],
  { x, y, series }: ChartFields,
  names: Names,
): readonly Point[] {
  const points: Point[] = [];
  for (const row of rows) {
    const at = row[x.index] ?? null;
    if (at === null) continue;
    for (const field of y) {
      const value = row[field.index];
      if (typeof value !== "number") continue;
      points.push({ x: at, series: seriesName(row, field, y.length, series, names), y: value });
    }
  }
  return points;
}

function seriesName(
  row: Row,
  field: Field,
  fields: number,
  series: Field | undefined,
  { ofColumn, ofCell }: Names,
): string {
  const value = series && (row[series.index] ?? null);
  if (!series || value === undefined || value === null) return ofColumn(field.column);
  const name = ofCell(series.column, value);
  return fields > 1 ? `${name} · ${ofColumn(field.column)}` : name;
}

/** The series in the order in which they come. */
export const seriesOf = (points: readonly Point[]): readonly string[] => [
  ...new Set(points.map(({ series }) => series)),
];
