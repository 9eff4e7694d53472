import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";

/** A page has at most as many. All units of a province are asked for to find what is withheld. */
const fewUnits = 100;

/** A statistic of units, of which there may be so many that it takes over 20 ms on SQLite: then it is read aside. */
export const ofManyUnits = <Row extends object>(
  context: RequestContext,
  units: readonly unknown[],
  query: RowQuery<Row>,
): RowQuery<Row> => (units.length > fewUnits ? context.aside(query) : query);
