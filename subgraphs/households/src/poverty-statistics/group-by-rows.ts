import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";

/** A row that a statement brings along: its texts by column. */
type Row = Readonly<Record<string, string>>;

/**
 * Joins rows that are not in the database and groups by them, after what the query groups by already. So one statement
 * counts for several days or standards. Equal rows are one. Each raw row has their columns.
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
