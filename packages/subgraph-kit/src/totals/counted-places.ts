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

  readonly #keys: readonly string[];
  readonly #sums: readonly string[];

  constructor(private readonly columns: TotalColumns) {
    this.#keys = columns.keys.map(({ propertyName }) => propertyName);
    this.#sums = columns.sums.map(({ propertyName }) => propertyName);
  }

  /** How many rows of totals there are. */
  get size(): number {
    return this.#size;
  }

  get places(): readonly string[] {
    return [...this.#places.keys()];
  }

  /** Counts the rows of one subject in a place: 1 adds them, -1 takes them off. */
  count(totals: Totals, rows: readonly object[], place: string, sign: 1 | -1, catalog: unknown): void {
    totals.count(rows, (addition) => this.#add(addition as Values, place, sign), catalog);
  }

  /** Is called several times for each row, so it makes few objects. */
  #add(values: Values, place: string, sign: 1 | -1): void {
    let name = "";
    for (const key of this.#keys) name += `${String(values[key])}\u0000`;
    const { sums } = this.#cellOf(place, name, () => this.#keys.map((key) => values[key]));
    for (let index = 0; index < this.#sums.length; index++) {
      const value = values[this.#sums[index] ?? ""];
      if (value) sums[index] = (sums[index] ?? 0) + sign * Number(value);
    }
  }

  /** Adds what was counted in one place of `other` to a place here. */
  addFrom(other: CountedPlaces, from: string, place: string): void {
    for (const [name, { keys, sums }] of other.#places.get(from) ?? []) {
      const cell = this.#cellOf(place, name, () => keys);
      sums.forEach((sum, index) => (cell.sums[index] = (cell.sums[index] ?? 0) + sum));
    }
  }

  /**
   * The changes as rows of the totals' entity, in the order of their keys. A database takes a third of the time to write
   * them that it takes in another order. A row that does not change is left out.
   */
  *rows(): Iterable<object> {
    for (const [place, cells] of inOrder(this.#places))
      for (const [, { keys, sums }] of inOrder(cells))
        if (sums.some((sum) => sum !== 0)) yield this.#rowOf(place, keys, sums);
  }

  #rowOf(place: string, keys: readonly unknown[], sums: readonly number[]): object {
    const row: Record<string, unknown> = { [this.columns.place.propertyName]: place };
    this.#keys.forEach((key, index) => (row[key] = keys[index]));
    this.#sums.forEach((sum, index) => (row[sum] = sums[index]));
    return row;
  }

  /** `name` is made of the values of the key, one after the other. */
  #cellOf(place: string, name: string, keys: () => readonly unknown[]): Cell {
    let cells = this.#places.get(place);
    if (!cells) this.#places.set(place, (cells = new Map()));
    let cell = cells.get(name);
    if (!cell) {
      cells.set(name, (cell = { keys: keys(), sums: this.#sums.map(() => 0) }));
      this.#size += 1;
    }
    return cell;
  }
}

const inOrder = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
  [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
