import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { EntityManager } from "typeorm";
import type { Population } from "./population/population.js";

/** One table of a department. */
export type SampleTable = RowTable | FollowingTable;

/** A table of rows. They are made while they are read, so they are never all in memory. */
export interface RowTable {
  readonly entity: new () => object;
  rows(): Iterable<object>;
  /** The property by which rows come together: those with the same value, never null, follow one another. */
  readonly subject?: string;
  /** An estimate, for the progress bar. Undefined: a few rows. */
  readonly expectedRows?: number;
}

/** A table that follows from those before it. */
export interface FollowingTable {
  readonly entity: new () => object;
  /** Inserts its rows. */
  fill(manager: EntityManager): Promise<void>;
  /** An estimate, for the progress bar. */
  readonly expectedRows: number;
}

/** Makes a department's tables from the population. A table comes after those that its rows refer to. */
export type MakeTables = (population: Population) => readonly SampleTable[];

/** A table whose rows are in memory. */
export const listedTable = <Row extends object>(entity: new () => Row, rows: readonly Row[]): RowTable => ({
  entity,
  rows: () => rows,
  expectedRows: rows.length,
});

/** A department's copy of the territory. */
export const territoryTable = ({ geography }: Population): SampleTable =>
  listedTable(TerritoryEntity, geography.territory);
