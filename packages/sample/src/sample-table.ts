import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { EntityManager } from "typeorm";
import type { Population } from "./population/population.js";

/** One table of a department, or several that are filled together. */
export type SampleTable = RowTable | DrawnTables | FollowingTable;

/** A table into which rows are inserted. */
export interface InsertedTable {
  readonly entity: new () => object;
  /** The property by which rows come together: those with the same value, never null, follow one another. */
  readonly subject?: string;
  /** An estimate, for the progress bar. Undefined: a few rows. */
  readonly expectedRows?: number;
}

/** A table of rows. They are made while they are read, so they are never all in memory. */
export interface RowTable extends InsertedTable {
  rows(): Iterable<object>;
}

/** Tables whose rows follow from the same draws, so that these are drawn once. They are never all in memory. */
export interface DrawnTables {
  draws(): Iterable<object>;
  readonly tables: readonly DrawnTable[];
}

interface DrawnTable extends InsertedTable {
  /** The rows that follow from one of the draws. */
  rowsOf(draw: object): Iterable<object>;
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

/** Tables whose rows follow from the same draws. A table comes after those that its rows refer to. */
export const drawnTables = <Draw extends object>(
  draws: () => Iterable<Draw>,
  tables: readonly (InsertedTable & { rowsOf(draw: Draw): Iterable<object> })[],
): DrawnTables => ({ draws, tables: tables as readonly DrawnTable[] });

/** The tables one by one. */
export const separateTables = (tables: readonly SampleTable[]): readonly (InsertedTable | FollowingTable)[] =>
  tables.flatMap((table): readonly (InsertedTable | FollowingTable)[] =>
    "draws" in table ? table.tables : [table],
  );

/** A table whose rows are in memory. */
export const listedTable = <Row extends object>(entity: new () => Row, rows: readonly Row[]): RowTable => ({
  entity,
  rows: () => rows,
  expectedRows: rows.length,
});

/** A department's copy of the territory. */
export const territoryTable = ({ geography }: Population): SampleTable =>
  listedTable(TerritoryEntity, geography.territory);
