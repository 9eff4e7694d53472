import type { EntityManager } from "typeorm";
import { beforeCommit } from "../database/before-commit.js";
import type { EntityClass } from "../database/database.js";
import { CountedPlaces } from "./counted-places.js";
import { columnsOf, type TotalColumns } from "./total-columns.js";
import type { Totals } from "./totals.js";
import { addToTotals } from "./write-totals.js";

/** So many rows of totals, or subjects in several places, are kept in memory. More are written before the end. */
const mostKept = 100_000;

/** The rows of a subject that belong to several places: in a place that has two of them, the subject counts once. */
interface Scattered {
  readonly totals: Totals;
  readonly rows: readonly object[];
  readonly sign: 1 | -1;
}

/** How a table of totals changes. */
interface Changed {
  /** One of those that count it. All have its places. */
  readonly totals: Totals;
  readonly columns: TotalColumns;
  readonly counted: CountedPlaces;
  readonly scattered: Scattered[];
  readonly catalogs: Map<Totals, unknown>;
}

const ofTransaction = new WeakMap<EntityManager, TotalChanges>();

/** How the totals change in one transaction. They are written before it commits. */
export class TotalChanges {
  readonly #changed = new Map<EntityClass, Changed>();

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
    const changed = this.#changed.get(totals.entity) ?? this.#begin(totals);
    refuseOthers(changed.totals, totals);
    if (!changed.catalogs.has(totals)) changed.catalogs.set(totals, await totals.catalog?.read(this.manager));
    const catalog = changed.catalogs.get(totals);
    for (const rows of subjects) {
      const place = onlyPlaceOf(totals, rows);
      if (place === undefined) changed.scattered.push({ totals, rows, sign });
      else if (place !== null) changed.counted.count(totals, rows, place, sign, catalog);
    }
    if (changed.counted.size + changed.scattered.length > mostKept) await this.#write(changed);
  }

  /** Writes the changes into the tables. */
  async write(): Promise<void> {
    for (const changed of this.#changed.values()) await this.#write(changed);
  }

  #begin(totals: Totals): Changed {
    const columns = columnsOf(this.manager, totals);
    const changed: Changed = {
      totals,
      columns,
      counted: new CountedPlaces(columns),
      scattered: [],
      catalogs: new Map(),
    };
    this.#changed.set(totals.entity, changed);
    return changed;
  }

  async #write({
    totals: { entity, places },
    columns,
    counted,
    scattered,
    catalogs,
  }: Changed): Promise<void> {
    this.#changed.delete(entity);
    const values = [...counted.places, ...scattered.flatMap(({ totals, rows }) => placesOf(totals, rows))];
    const found = await places.find(this.manager, [...new Set(values)]);
    const inPlaces = new CountedPlaces(columns);
    for (const value of counted.places)
      for (const place of found.get(value) ?? []) inPlaces.addFrom(counted, value, place);
    for (const { totals, rows, sign } of scattered)
      for (const [place, there] of rowsByPlace(totals, rows, found))
        inPlaces.count(totals, there, place, sign, catalogs.get(totals));
    await addToTotals(this.manager, entity, columns, inPlaces);
  }
}

/** Their places are found together, and a recount begins with an empty table. */
function refuseOthers(known: Totals, totals: Totals): void {
  if (known.places === totals.places && known.version === totals.version) return;
  throw new Error(`Expected all totals of ${totals.entity.name} to have the same places and version.`);
}

const placeOf = ({ places }: Totals, row: object | undefined): string | null =>
  (row as Readonly<Record<string, string | null>> | undefined)?.[places.property] ?? null;

/** The place to which all these rows belong. Null: they belong nowhere. Undefined: to several. */
function onlyPlaceOf(totals: Totals, rows: readonly object[]): string | null | undefined {
  const place = placeOf(totals, rows[0]);
  return rows.every((row) => placeOf(totals, row) === place) ? place : undefined;
}

const placesOf = (totals: Totals, rows: readonly object[]): readonly string[] =>
  rows.map((row) => placeOf(totals, row)).filter((place) => place !== null);

/** The rows of a subject by the places to which they belong. */
function rowsByPlace(
  totals: Totals,
  rows: readonly object[],
  found: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly object[]> {
  const byPlace = new Map<string, object[]>();
  for (const row of rows)
    for (const place of found.get(placeOf(totals, row) ?? "") ?? [])
      byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
  return byPlace;
}
