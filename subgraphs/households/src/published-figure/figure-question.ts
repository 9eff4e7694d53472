import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import type { FigureSpan } from "./figure-span.js";
import type { PublishedFigureEntity } from "./published-figure.entity.js";

/** What a published figure asks of a measure: which years, and the figure itself. */
export interface FigureQuestion {
  /** Null: the figure names no year. */
  readonly span: FigureSpan | null;
  readonly asOf: string | null;
  /** "from" asks for the lowest of several values, anything else for the highest. */
  readonly qualifier: PublishedFigureEntity["qualifier"];
}

/** Computes a figure of a unit from this department's registers. Null: no data. */
export type Measure = (
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  question: FigureQuestion,
) => Promise<number | null>;

/** The value that a range's end is about. Null: there is none. */
export function endOfRange(values: readonly number[], { qualifier }: FigureQuestion): number | null {
  if (values.length === 0) return null;
  return qualifier === "from" ? Math.min(...values) : Math.max(...values);
}
