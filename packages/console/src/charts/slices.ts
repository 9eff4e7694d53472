import type { Cell, Column } from "../catalog/catalog.types.js";
import type { Row } from "../run/report-stream.js";
import { isTime, isYear } from "../texts/format.js";
import type { Field } from "./figure-data.js";

/**
 * A figure has one value for each of its places. Where rows give several, for instance one for each year, the figure
 * shows the rows of one value of another column, and the reader chooses which.
 */
export interface Slice {
  readonly field: Field;
  /** In the order in which they come, the last first for years. */
  readonly values: readonly Exclude<Cell, null>[];
}

const keyOf = (row: Row, places: readonly number[]) =>
  JSON.stringify(places.map((place) => row[place] ?? null));

function hasTwins(rows: readonly Row[], places: readonly number[]): boolean {
  const seen = new Set<string>();
  return rows.some((row) => seen.size === seen.add(keyOf(row, places)).size);
}

const couldSlice = (column: Column): boolean =>
  column.isJoined || column.kind === "text" || column.kind === "boolean" || isTime(column);

const mostValues = 60;

function valuesOf(rows: readonly Row[], { column, index }: Field): Slice["values"] {
  const values = [...new Set(rows.map((row) => row[index] ?? null))].filter((value) => value !== null);
  return isYear(column) ? values.toSorted((one, other) => Number(other) - Number(one)) : values;
}

/** The value of most rows first: a figure of it has most to show. */
function byFrequency(rows: readonly Row[], field: Field): Slice["values"] {
  const counts = new Map<Cell, number>();
  for (const row of rows)
    counts.set(row[field.index] ?? null, (counts.get(row[field.index] ?? null) ?? 0) + 1);
  return valuesOf(rows, field).toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
}

/** The columns, at most three, whose values tell apart the rows that a figure would put in one place, after the one that is always chosen. */
export function slicesFor(
  rows: readonly Row[],
  columns: readonly Column[],
  keys: readonly number[],
  first?: Field,
): readonly Slice[] {
  const slices: Slice[] = [];
  const places = [...keys];
  const firstValues = first ? byFrequency(rows, first) : [];
  if (first && firstValues.length > 1) {
    slices.push({ field: first, values: firstValues });
    places.push(first.index);
  }
  const others = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column, index }) => couldSlice(column) && !places.includes(index))
    .toSorted((one, other) => rank(one) - rank(other));
  for (const field of others) {
    if (slices.length === 3 || !hasTwins(rows, places)) break;
    const values = valuesOf(rows, field);
    if (values.length < 2 || values.length > mostValues || !isApart(rows, places, field)) continue;
    slices.push({ field, values });
    places.push(field.index);
  }
  return slices;
}

/** Years first: they are what is most often repeated. Codes last: a reader knows the names beside them. */
const rank = ({ column }: Field): number => (isYear(column) ? 0 : /(^|\.)code$/.test(column.name) ? 2 : 1);

/** Whether rows of one place differ in the column. */
function isApart(rows: readonly Row[], places: readonly number[], { index }: Field): boolean {
  const seen = new Map<string, Cell>();
  return rows.some((row) => {
    const key = keyOf(row, places);
    const value = row[index] ?? null;
    if (!seen.has(key)) seen.set(key, value);
    return seen.get(key) !== value;
  });
}

/** The rows of the chosen values, one for each place: the first, where there are still several. */
export function sliceRows(
  rows: readonly Row[],
  keys: readonly number[],
  slices: readonly Slice[],
  chosen: readonly Exclude<Cell, null>[],
): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const fits = slices.every(({ field }, place) => row[field.index] === chosen[place]);
    return fits && seen.size !== seen.add(keyOf(row, keys)).size;
  });
}
