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

  readonly #addTo: AddTotal;
  readonly #toRow: ToRow;

  constructor({ place, keys, sums }: TotalColumns) {
    const ofKeys = keys.map(({ propertyName }) => propertyName);
    const ofSums = sums.map(({ propertyName }) => propertyName);
    this.#addTo = addTotalOf(ofKeys, ofSums);
    this.#toRow = toRowOf(place.propertyName, ofKeys, ofSums);
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
        if (sums.some((sum) => sum !== 0)) yield this.#toRow(place, keys, sums);
  }

  #branchOf(place: string): TotalBranch {
    const known = this.#places.get(place);
    if (known) return known;
    const branch = newBranch();
    this.#places.set(place, branch);
    return branch;
  }
}

type ToRow = (place: string, keys: readonly unknown[], sums: readonly number[]) => object;

/** Generates the code that makes a row of the totals' entity, as `selectionOf` does for those that are read. */
function toRowOf(place: string, keys: readonly string[], sums: readonly string[]): ToRow {
  const properties = [
    `${JSON.stringify(place)}: place`,
    ...keys.map((key, index) => `${JSON.stringify(key)}: keys[${index}]`),
    ...sums.map((sum, index) => `${JSON.stringify(sum)}: sums[${index}]`),
  ];
  return new Function("place", "keys", "sums", `return { ${properties.join(", ")} };`) as ToRow;
}
