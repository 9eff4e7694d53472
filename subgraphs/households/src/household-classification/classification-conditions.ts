import { inForceSql } from "@an-sinh/subgraph-kit/calendar";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";

/** By which standard and on which day a household has a class. */
export interface StandardAndDay {
  /** Null: the standard that the household's province reported by. */
  readonly standardId: string | null;
  readonly on: string;
}

/**
 * Keeps classifications under the standard. In a subquery the parameters of `standardAndDay` are those of the query
 * around it, so the caller sets them.
 */
export const underStandard = <Row extends object>(
  query: RowQuery<Row>,
  alias: string,
  { standardId }: StandardAndDay,
): RowQuery<Row> =>
  query.andWhere(standardId === null ? `${alias}.isReporting = TRUE` : `${alias}.standardId = :standardId`);

/** Keeps those under the standard that are in force on the day. The caller sets the parameters. */
export const underStandardOnDay = <Row extends object>(
  query: RowQuery<Row>,
  alias: string,
  standardAndDay: StandardAndDay,
): RowQuery<Row> =>
  underStandard(query, alias, standardAndDay).andWhere(inForceSql(`${alias}.since`, `${alias}.until`, ":on"));
