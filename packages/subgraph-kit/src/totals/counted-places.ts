import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import type { TotalColumns } from "./total-columns.js";
import type { Totals } from "./totals.js";

type Values = Readonly<Record<string, unknown>>;

/** One row of totals in the making: the values of its key, and its sums in the order of their columns. */
interface Cell {
  readonly keys: readonly unknown[];
  readonly sums: number[];
}

/** The changes of totals by place. */
export class CountedPlaces {
  readonly #places = new Map<string, Map<string, Cell>>();
  #size = 0;

  constructor(private readonly columns: TotalColumns) {}

  /** How many rows of totals there are. */
  get size(): number {
    return this.#size;
  }

  get places(): readonly string[] {
    return [...this.#places.keys()];
  }

  /** Counts the rows of one subject in a place: 1 adds them, -1 takes them off. */
  count(totals: Totals, rows: readonly object[], place: string, sign: 1 | -1, catalog: unknown): void {
    const { keys, sums } = this.columns;
    totals.count(
      rows,
      (addition) => {
        const values = addition as Values;
        const cell = this.#cellOf(place, keys.map(valueIn(values)));
        sums.forEach((sum, index) => {
          cell.sums[index] = (cell.sums[index] ?? 0) + sign * Number(values[sum.propertyName] ?? 0);
        });
      },
      catalog,
    );
  }

  /** Adds what was counted in one place of `other` to a place here. */
  addFrom(other: CountedPlaces, from: string, place: string): void {
    for (const { keys, sums } of other.#places.get(from)?.values() ?? []) {
      const cell = this.#cellOf(place, keys);
      sums.forEach((sum, index) => (cell.sums[index] = (cell.sums[index] ?? 0) + sum));
    }
  }

  /** The changes as rows of the totals' entity. A row that does not change is left out. */
  *rows(): Iterable<object> {
    for (const [place, cells] of this.#places)
      for (const { keys, sums } of cells.values())
        if (sums.some((sum) => sum !== 0)) yield this.#rowOf(place, keys, sums);
  }

  #rowOf(place: string, keys: readonly unknown[], sums: readonly number[]): object {
    const row: Record<string, unknown> = { [this.columns.place.propertyName]: place };
    this.columns.keys.forEach(({ propertyName }, index) => (row[propertyName] = keys[index]));
    this.columns.sums.forEach(({ propertyName }, index) => (row[propertyName] = sums[index]));
    return row;
  }

  #cellOf(place: string, keys: readonly unknown[]): Cell {
    let cells = this.#places.get(place);
    if (!cells) this.#places.set(place, (cells = new Map()));
    const name = keys.join("\u0000");
    let cell = cells.get(name);
    if (!cell) {
      cells.set(name, (cell = { keys, sums: this.columns.sums.map(() => 0) }));
      this.#size += 1;
    }
    return cell;
  }
}

const valueIn =
  (values: Values) =>
  ({ propertyName }: ColumnMetadata) =>
    values[propertyName];
