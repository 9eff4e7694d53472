import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";

/** The texts of a row, by column. */
type Row = Readonly<Record<string, string>>;

/**
 * Joins rows that the statement itself lists, and groups by them too, so that one statement counts for several days or
 * standards. Equal rows count as one. Each raw row of the result has their columns.
 */
export function groupByRows<Entity extends ObjectLiteral>(
  query: SelectQueryBuilder<Entity>,
  alias: string,
  rows: readonly Row[],
  condition: string,
): SelectQueryBuilder<Entity> {
  const distinct = [...new Map(rows.map((row) => [Object.values(row).join(" "), row])).values()];
  const selects = distinct.map((row, index) => {
    const columns = Object.keys(row).map((column) => `:${column}${index} AS ${column}`);
    return `SELECT ${columns.join(", ")}`;
  });
  const parameters = distinct.flatMap((row, index) =>
    Object.entries(row).map(([column, value]) => [`${column}${index}`, value]),
  );
  query.innerJoin(`(${selects.join(" UNION ALL ")})`, alias, condition, Object.fromEntries(parameters));
  for (const column of Object.keys(rows[0] ?? {})) {
    query.addSelect(`${alias}.${column}`, column).addGroupBy(`${alias}.${column}`);
  }
  return query;
}
