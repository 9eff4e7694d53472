import type { EntityManager } from "typeorm";
import { beforeCommit } from "../database/before-commit.js";
import { columnsOf, type TotalColumns } from "./total-columns.js";
import { CountedPlaces } from "./counted-places.js";
import type { Totals } from "./totals.js";
import { addToTotals } from "./write-totals.js";

/** So many rows of totals, or subjects in several places, are kept in memory. More are written before the end. */
const mostKept = 100_000;

/** The rows of a subject that belong to several places: in a place that has two of them, the subject counts once. */
interface Scattered {
  readonly rows: readonly object[];
  readonly sign: 1 | -1;
}

interface Changed {
  readonly columns: TotalColumns;
  readonly counted: CountedPlaces;
  readonly scattered: Scattered[];
  readonly catalog: unknown;
}

const ofTransaction = new WeakMap<EntityManager, TotalChanges>();

/** How the totals change in one transaction. They are written before it commits. */
export class TotalChanges {
  readonly #changed = new Map<Totals, Changed>();

  private constructor(private readonly manager: EntityManager) {}

  /** The changes of the manager's transaction, which `Database.write` began. */
  static of(manager: EntityManager): TotalChanges {
    const known = ofTransaction.get(manager);
    if (known) return known;
    const changes = new TotalChanges(manager);
    ofTransaction.set(manager, changes);
    beforeCommit(manager, () => changes.write());
    return changes;
  }

  /**
   * Counts the rows of subjects: 1 adds them to each of the totals, -1 takes them off. Each element has all rows of one
   * subject.
   */
  async add(
    totals: readonly Totals[],
    subjects: readonly (readonly object[])[],
    sign: 1 | -1,
  ): Promise<void> {
    for (const each of totals) await this.#add(each, subjects, sign);
  }

  async #add(totals: Totals, subjects: readonly (readonly object[])[], sign: 1 | -1): Promise<void> {
    const changed = this.#changed.get(totals) ?? (await this.#begin(totals));
    for (const rows of subjects) {
      const places = new Set(rows.map(placeIn(totals)));
      const [place] = places;
      if (places.size > 1) changed.scattered.push({ rows, sign });
      else if (place != null) changed.counted.count(totals, rows, place, sign, changed.catalog);
    }
    if (changed.counted.size + changed.scattered.length > mostKept) await this.#write(totals, changed);
  }

  /** Writes the changes into the tables. */
  async write(): Promise<void> {
    for (const [totals, changed] of this.#changed) await this.#write(totals, changed);
  }

  async #begin(totals: Totals): Promise<Changed> {
    const columns = columnsOf(this.manager, totals);
    const catalog = await totals.catalog?.read(this.manager);
    const changed = { columns, counted: new CountedPlaces(columns), scattered: [], catalog };
    this.#changed.set(totals, changed);
    return changed;
  }

  async #write(totals: Totals, changed: Changed): Promise<void> {
    this.#changed.delete(totals);
    const placesOf = await totals.places.find(this.manager, valuesIn(totals, changed));
    const counted = new CountedPlaces(changed.columns);
    for (const value of changed.counted.places)
      for (const place of placesOf.get(value) ?? []) counted.addFrom(changed.counted, value, place);
    for (const { rows, sign } of changed.scattered)
      for (const [place, there] of rowsByPlace(totals, rows, placesOf))
        counted.count(totals, there, place, sign, changed.catalog);
    await addToTotals(this.manager, totals, changed.columns, counted);
  }
}

const placeIn =
  ({ places }: Totals) =>
  (row: object) =>
    (row as Readonly<Record<string, string | null>>)[places.property] ?? null;

const valuesIn = (totals: Totals, { counted, scattered }: Changed): readonly string[] => [
  ...new Set([
    ...counted.places,
    ...scattered.flatMap(({ rows }) => rows.map(placeIn(totals)).filter((value) => value !== null)),
  ]),
];

/** The rows of a subject by the places to which they belong. */
function rowsByPlace(
  totals: Totals,
  rows: readonly object[],
  placesOf: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly object[]> {
  const byPlace = new Map<string, object[]>();
  for (const row of rows)
    for (const place of placesOf.get(placeIn(totals)(row) ?? "") ?? [])
      byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
  return byPlace;
}
