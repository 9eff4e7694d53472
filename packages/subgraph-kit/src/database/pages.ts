import type { SqlValue, Table } from "./table.js";

const rowsPerPage = 2_000;

/**
 * The rows that meet a condition in SQL, page by page in the order of their keys, which are properties. A page begins
 * after the last key of the page before it, so rows may be deleted meanwhile.
 */
export async function* pagesOf<Row extends object>(
  table: Table<Row>,
  key: readonly (keyof Row & string)[],
  condition = "1 = 1",
): AsyncGenerator<readonly Row[]> {
  const order = key.map(table.column).join(", ");
  let last: Row | undefined;
  do {
    const after = last ? afterKey(table, key, last) : { sql: "1 = 1", values: [] };
    const rows = await table.readWhere(
      `${condition} AND ${after.sql} ORDER BY ${order} LIMIT ${rowsPerPage}`,
      after.values,
    );
    if (rows.length > 0) yield rows;
    last = rows.length === rowsPerPage ? rows.at(-1) : undefined;
  } while (last);
}

/**
 * The condition that a row's key is greater than that of another: a >= ? AND ((a > ?) OR (a = ? AND b > ?) and so on).
 * It begins with what an index can look for: of the rest, SQLite would try all rows of the pages before.
 */
function afterKey<Row extends object>(
  table: Table<Row>,
  key: readonly (keyof Row & string)[],
  last: Row,
): { readonly sql: string; readonly values: readonly SqlValue[] } {
  const steps = key.map((property, index) => {
    const equal = key.slice(0, index).map((other) => `${table.column(other)} = ?`);
    return `(${[...equal, `${table.column(property)} > ?`].join(" AND ")})`;
  });
  const values = key.flatMap((_, index) =>
    key.slice(0, index + 1).map((property) => last[property] as SqlValue),
  );
  const [first] = key;
  if (first === undefined) throw new Error("Expected a key of at least one property.");
  return {
    sql: `${table.column(first)} >= ? AND (${steps.join(" OR ")})`,
    values: [last[first] as SqlValue, ...values],
  };
}
