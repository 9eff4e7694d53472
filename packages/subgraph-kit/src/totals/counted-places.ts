import {
  addBranch,
  addTotalOf,
  newBranch,
  rowsOfBranch,
  type AddTotal,
  type TotalBranch,
} from "./total-branch.js";
import type { TotalColumns } from "./total-columns.js";
import type { Totals } from "./totals.js";

/** The changes of a table of totals by place. */
export class CountedPlaces {
  readonly #places = new Map<string, TotalBranch>();
  #size = 0;

  readonly #keys: readonly string[];
  readonly #sums: readonly string[];
  readonly #addTo: AddTotal;

  constructor(private readonly columns: TotalColumns) {
    this.#keys = columns.keys.map(({ propertyName }) => propertyName);
    this.#sums = columns.sums.map(({ propertyName }) => propertyName);
    this.#addTo = addTotalOf(this.#keys, this.#sums);
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
    const branch = this.#branchOf(place);
    const add = (addition: object) => {
      if (this.#addTo(branch, addition, sign)) this.#size += 1;
    };
    totals.count(rows, add, catalog);
  }

  /** Adds what was counted in one place of `other` to a place here. */
  addFrom(other: CountedPlaces, from: string, place: string): void {
    const counted = other.#places.get(from);
    if (counted) this.#size += addBranch(this.#branchOf(place), counted);
  }

  /**
   * The changes as rows of the totals' entity, in the order of their keys. A database takes a third of the time to write
   * them that it takes in another order. A row that does not change is left out.
   */
  *rows(): Iterable<object> {
    for (const place of this.places.toSorted())
      for (const { keys, sums } of rowsOfBranch(this.#branchOf(place)))
        if (sums.some((sum) => sum !== 0)) yield this.#rowOf(place, keys, sums);
  }

  #rowOf(place: string, keys: readonly unknown[], sums: readonly number[]): object {
    const row: Record<string, unknown> = { [this.columns.place.propertyName]: place };
    this.#keys.forEach((key, index) => (row[key] = keys[index]));
    this.#sums.forEach((sum, index) => (row[sum] = sums[index]));
    return row;
  }

  #branchOf(place: string): TotalBranch {
    const known = this.#places.get(place);
    if (known) return known;
    const branch = newBranch();
    this.#places.set(place, branch);
    return branch;
  }
}
