import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import type { FigureSpan } from "./figure-span.js";
import type { PublishedFigureEntity } from "./published-figure.entity.js";

/** What a published figure says of how to compute it. */
export interface FigureQuestion {
  /** Null: the figure names no year. */
  readonly span: FigureSpan | null;
  readonly asOf: string | null;
  /** For several values "from" means the lowest, anything else the highest. */
  readonly qualifier: PublishedFigureEntity["qualifier"];
}

/** Computes a figure of a unit from the registers of this department. Null: there are no data. */
export type Measure = (
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  question: FigureQuestion,
) => Promise<number | null>;

/** The lowest or the highest of several values, as the figure means. Null: there are no values. */
export function endOfRange(values: readonly number[], { qualifier }: FigureQuestion): number | null {
  if (values.length === 0) return null;
  return qualifier === "from" ? Math.min(...values) : Math.max(...values);
}
