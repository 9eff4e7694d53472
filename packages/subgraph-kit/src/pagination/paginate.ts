import type { RequestContext } from "../context.js";
import type { RowQuery } from "../rows/row-query.js";
import type { Page } from "./connection.js";
import { applyOrder, seek, type Ordering } from "./ordering.js";
import { pageRange, type PageArgs } from "./page-args.js";
import { toPage } from "./to-page.js";

/** Rows that are as many as those of a list, and that the database counts in less time. */
export interface Counted {
  readonly query: RowQuery<object>;
  /** A property of which each value counts once. Undefined: every row counts. */
  readonly column?: string;
}

/**
 * One page by keyset: the database finds the cursor's values in an index, and reads it in either direction. A late page
 * costs as much as the first, and rows that are inserted in the meantime neither repeat nor hide others. Throws
 * BAD_USER_INPUT for arguments that `PageArgs` does not allow. `counted` is asked when a client asks for the number of
 * all rows; null means those of `query`.
 */
export async function paginate<Entity extends object>(
  context: RequestContext,
  query: RowQuery<Entity>,
  ordering: Ordering<Entity>,
  args: PageArgs,
  counted: () => Promise<Counted | null> = async () => null,
): Promise<Page<Entity>> {
  const range = pageRange(args);
  const page = query.clone().limit(range.size + 1);
  applyOrder(page, ordering, range);
  seek(context, page, ordering, range);
  const countAll = async () => countRows(context, (await counted()) ?? { query });
  return toPage(context, await page.getMany(), ordering, range, countAll);
}

/** What a list joins gives each of its rows once, so rows are counted as they are. */
async function countRows(context: RequestContext, { query, column }: Counted): Promise<number> {
  const counting = query.clone().select(column ? `COUNT(DISTINCT ${column})` : "COUNT(*)", "total");
  const [row] = await context.aside(counting).getRawMany<{ total: number | string }>();
  return Number(row?.total);
}
