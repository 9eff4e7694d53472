import type { Row, Value } from "../file-kind.js";
import type { Table } from "@an-sinh/subgraph-kit/database/table";

const rowsPerPage = 2_000;

/** The rows that meet a condition, in the order of their keys. Each page begins after the one before it, whatever happened since. */
export async function* pagesOf(
  table: Table<Row>,
  key: readonly string[],
  part: string,
): AsyncGenerator<readonly Row[]> {
  const order = key.map(table.column).join(", ");
  let last: Row | undefined;
  do {
    const { condition, values } = after(table, key, last);
    const rows = await table.readWhere(
      `${part} AND ${condition} ORDER BY ${order} LIMIT ${rowsPerPage}`,
      values,
    );
    if (rows.length > 0) yield rows;
    last = rows.length === rowsPerPage ? rows.at(-1) : undefined;
  } while (last);
}

/** Rows whose key is greater than another's. */
function after(
  table: Table<Row>,
  key: readonly string[],
  last: Row | undefined,
): { readonly condition: string; readonly values: readonly Value[] } {
  if (!last) return { condition: "1 = 1", values: [] };
  const steps = key.map((property, index) => {
    const equal = key.slice(0, index).map((other) => `${table.column(other)} = ?`);
    return `(${[...equal, `${table.column(property)} > ?`].join(" AND ")})`;
  });
  const values = key.flatMap((_, index) => key.slice(0, index + 1).map((property) => last[property] ?? null));
  return { condition: `(${steps.join(" OR ")})`, values };
}
