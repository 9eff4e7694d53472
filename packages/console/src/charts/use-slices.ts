import { useMemo, useState } from "preact/hooks";
import type { Cell, Column } from "../catalog/catalog.types.js";
import type { Row } from "../run/report-stream.js";
import type { Field } from "./figure-data.js";
import { sliceRows, slicesFor, type Slice } from "./slices.js";

type Value = Exclude<Cell, null>;

interface Sliced {
  readonly rows: readonly Row[];
  readonly slices: readonly Slice[];
  readonly chosen: readonly Value[];
  readonly choose: (chosen: readonly Value[]) => void;
}

/** The rows of a figure, one for each of its places, and the choices that make them so. */
export function useSlices(
  rows: readonly Row[],
  count: number,
  columns: readonly Column[],
  keys: readonly number[],
  first?: Field,
): Sliced {
  const [picked, choose] = useState<readonly Value[]>([]);
  const placed = keys.join();
  const slices = useMemo(() => slicesFor(rows, columns, keys, first), [rows, count, columns, placed, first]);
  const chosen = useMemo(
    () =>
      slices.map(({ values }, place) => values.find((value) => value === picked[place]) ?? values[0] ?? ""),
    [slices, picked],
  );
  const sliced = useMemo(() => sliceRows(rows, keys, slices, chosen), [rows, count, placed, slices, chosen]);
  return { rows: sliced, slices, chosen, choose };
}
