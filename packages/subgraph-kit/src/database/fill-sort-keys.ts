import type { QueryRunner } from "typeorm";
import { searchedText } from "../searched-text.js";
import { vietnameseSortKey } from "../vietnamese-order.js";

interface NamedRow {
  readonly id: string;
  readonly name: string;
}

/** For a migration that has added a column of sort keys to a table with rows. They go by `id`. */
export const fillSortKeys = (
  runner: QueryRunner,
  table: string,
  { name, sortKey }: { readonly name: string; readonly sortKey: string },
): Promise<void> => fill(runner, table, { name, filled: sortKey }, vietnameseSortKey);

/** The same for a column of searched texts. */
export const fillSearchedTexts = (
  runner: QueryRunner,
  table: string,
  { name, searched }: { readonly name: string; readonly searched: string },
): Promise<void> => fill(runner, table, { name, filled: searched }, searchedText);

/** There may be 15,000 rows, and a statement each would take a server many seconds. */
const rowsAtOnce = 200;

async function fill(
  runner: QueryRunner,
  table: string,
  columns: { readonly name: string; readonly filled: string },
  textOf: (name: string) => string,
): Promise<void> {
  const rows: NamedRow[] = await runner.query(`SELECT id, ${columns.name} AS name FROM ${table}`);
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce);
    const cases = part.map(() => "WHEN ? THEN ?").join(" ");
    await runner.query(
      `UPDATE ${table} SET ${columns.filled} = CASE id ${cases} END
       WHERE id IN (${part.map(() => "?").join(", ")})`,
      [...part.flatMap(({ id, name }) => [id, textOf(name)]), ...part.map(({ id }) => id)],
    );
  }
}
