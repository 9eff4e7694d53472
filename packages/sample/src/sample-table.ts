import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { Population } from "./population/population.js";

/** The rows of one table of a department, made on demand: they are never all in memory. */
export interface SampleTable {
  readonly entity: new () => object;
  rows(): Iterable<object>;
  /** For the progress bar; an estimate will do. */
  readonly expectedRows?: number;
}

/** Makes a department's tables from the population, in the order in which their rows refer to each other. */
export type MakeTables = (population: Population) => readonly SampleTable[];

/** A table whose rows are all there already. */
export const listedTable = <Row extends object>(
  entity: new () => Row,
  rows: readonly Row[],
): SampleTable => ({ entity, rows: () => rows, expectedRows: rows.length });

/** A department's copy of the territory. */
export const territoryTable = ({ geography }: Population): SampleTable =>
  listedTable(TerritoryEntity, geography.territory);
