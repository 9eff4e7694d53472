import type { EntityManager } from "typeorm";
import type { EntityClass } from "../database/database.js";

/** To which places the counted rows belong: to administrative units, or to what one of their properties names. */
export interface Places {
  /** The property of the counted rows that says where they belong. A row without a value belongs nowhere. */
  readonly property: string;
  /** The property of the totals that names the place. */
  readonly key: string;
  /** The tables that say which places these are. */
  readonly dependsOn: readonly EntityClass[];
  /** The places to which rows with each of the values belong. */
  find(manager: EntityManager, values: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** Rows of a second table that are counted with the row to which they belong, and are written only together with it. */
export interface TotalDetails {
  readonly entity: EntityClass;
  /** Their property that names that row by its `id`. */
  readonly owner: string;
  /** The property in which the count finds them. */
  readonly property: string;
}

/** A row of totals as it is counted: its key without the place, and what is added. What is left out is 0. */
type Addition<Total> = Partial<Total>;

/**
 * Totals that are kept beside the rows they count. The primary columns of `entity` are the place and what is told
 * apart in it; its other columns are sums, whole numbers that may be negative. A row whose sums are all 0 is not kept.
 * Several may have the same entity, places and version, such as one that counts loans one by one and one that counts
 * each household once: each counts some of the sums.
 */
interface TotalsOf<Row, Total, Catalog> {
  readonly entity: new () => Total & object;
  /** Its rows are counted. They have all properties of `Row` but that of the details. */
  readonly counted: new () => Partial<Row> & object;
  readonly details?: TotalDetails & { readonly property: keyof Row & string };
  readonly places: Places;
  /**
   * The property whose value rows share that are counted together, such as the loans of a household that counts once.
   * Rows without a value, or all where it is left out, are counted one by one. The table has an index that begins
   * with it.
   */
  readonly subject?: keyof Row & string;
  /**
   * The properties of the rows that the count reads, besides the details. A row that changes only in others changes no
   * totals, and its subject's other rows are not read. Left out: any.
   */
  readonly reads?: readonly (keyof Row & string)[];
  /** What the count needs to know besides the rows. */
  readonly catalog?: {
    /** The tables it is read from. */
    readonly dependsOn: readonly EntityClass[];
    read(manager: EntityManager): Promise<Catalog>;
  };
  /** To be raised when the count changes: databases are then recounted. */
  readonly version: number;
  /** Counts the rows of one subject in one place. */
  count(rows: readonly Row[], add: (addition: Addition<Total>) => void, catalog: Catalog): void;
}

/** Totals of any table. */
export type Totals = Omit<TotalsOf<object, object, unknown>, "subject" | "reads"> & {
  readonly subject?: string;
  readonly reads?: readonly string[];
};

/** Checks a definition against its entities. The cast forgets them: all totals are counted by the same code. */
export const defineTotals = <Row, Total, Catalog = undefined>(
  totals: TotalsOf<Row, Total, Catalog>,
): Totals => totals as unknown as Totals;

/** The totals of what a property of the rows names, such as an office. */
export const byProperty = (property: string): Places => ({
  property,
  key: property,
  dependsOn: [],
  find: async (_, values) => new Map(values.map((value) => [value, [value]])),
});

/** The tables on which totals depend besides the rows they count. When one changes, all is to be recounted. */
export const dependenciesOf = ({ places, catalog }: Totals): readonly EntityClass[] => [
  ...places.dependsOn,
  ...(catalog?.dependsOn ?? []),
];
