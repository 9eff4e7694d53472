import { useMemo, useState } from "preact/hooks";
import type { Cell, Column } from "../catalog/catalog.types.js";
import type { Row } from "../run/report-stream.js";
import { chooseSlices } from "./choose-slices.js";
import type { Field } from "./figure-data.js";
import { sumRows } from "./sum-rows.js";
import { sliceRows, slicesFor, type Slice } from "./slices.js";

type Value = Exclude<Cell, null>;

/** What has a place in a figure: the columns that say which, and those of its values where these are added. */
interface Places {
  readonly keys: readonly number[];
  /** Undefined: the reader chooses among the rows of one place. */
  readonly summed?: readonly number[] | undefined;
  /** The column whose value is always chosen. */
  readonly first?: Field | undefined;
}

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
  { keys, summed, first }: Places,
): Sliced {
  const [picked, choose] = useState<readonly Value[]>([]);
  const placed = keys.join();
  const all = useMemo(
    () => (summed ? [] : slicesFor(rows, columns, keys, first)),
    [rows, count, columns, placed, first, summed === undefined],
  );
  const { slices, chosen } = useMemo(() => chooseSlices(rows, all, picked), [rows, count, all, picked]);
  const sliced = useMemo(
    () => (summed ? sumRows(rows, keys, summed) : sliceRows(rows, keys, slices, chosen)),
    [rows, count, placed, slices, chosen, summed?.join()],
  );
  return { rows: sliced, slices, chosen, choose };
}
