import type { RequestContext } from "../context.js";
import type { CursorValue } from "../cursors/cursors.js";
import type { RowQuery } from "../rows/row-query.js";
import type { PageRange } from "./page-args.js";

/** One column of an ordering, as SQL names it and as the cursor takes it from a row. */
interface OrderingColumn<Entity> {
  /** A property of the query's alias, such as "household.code". Never null in the database. */
  readonly expression: string;
  readonly type: "string" | "number";
  readonly value: (entity: Entity) => CursorValue;
}

/** A total order of a list. Its last column is unique, so that a cursor names exactly one place. */
export interface Ordering<Entity> {
  /** Names the list and the order. A cursor of another list or order is refused. */
  readonly name: string;
  readonly direction?: "ASC" | "DESC";
  readonly columns: readonly OrderingColumn<Entity>[];
}

/** The direction in which the database reads a page. A page from the end is read backwards, from the same index. */
function directionOf<Entity>({ direction = "ASC" }: Ordering<Entity>, { isBackward }: PageRange) {
  if (!isBackward) return direction;
  return direction === "ASC" ? "DESC" : "ASC";
}

export function applyOrder<Entity extends object>(
  query: RowQuery<Entity>,
  ordering: Ordering<Entity>,
  range: PageRange,
): void {
  const direction = directionOf(ordering, range);
  for (const { expression } of ordering.columns) query.addOrderBy(expression, direction);
}

/** What stands behind ORDER BY. */
export function orderSql<Entity>(ordering: Ordering<Entity>, range: PageRange): string {
  const direction = directionOf(ordering, range);
  return ordering.columns.map(({ expression }) => `${expression} ${direction}`).join(", ");
}

/** Keeps the rows between the cursors. Throws BAD_USER_INPUT for a cursor that the list did not hand out. */
export function seek<Entity extends object>(
  context: RequestContext,
  query: RowQuery<Entity>,
  ordering: Ordering<Entity>,
  { after, before }: PageRange,
): void {
  const isAscending = ordering.direction !== "DESC";
  const bounds = [
    { argument: "after", cursor: after, comparison: isAscending ? ">" : "<" },
    { argument: "before", cursor: before, comparison: isAscending ? "<" : ">" },
  ] as const;
  for (const bound of bounds) if (bound.cursor !== null) bind(context, query, ordering, bound.cursor, bound);
}

interface Bound {
  readonly argument: "after" | "before";
  readonly comparison: ">" | "<";
}

/**
 * Keeps the rows on one side of a cursor: `a >= :a AND (a > :a OR (a = :a AND (b > :b)))`. With the first comparison the
 * database uses an index on (a, b). MariaDB 10.11 does not for `(a, b) > (:a, :b)`: the plans are checked by
 * test/graph/operation-plans.test.ts.
 */
function bind<Entity extends object>(
  context: RequestContext,
  query: RowQuery<Entity>,
  { name, columns }: Ordering<Entity>,
  cursor: string,
  { argument, comparison }: Bound,
): void {
  const types = columns.map(({ type }) => type);
  const values = context.cursors.decode(name, cursor, types, argument);
  const follows = columns.reduceRight((rest, { expression }, index) => {
    const strictly = `${expression} ${comparison} :${argument}${index}`;
    return rest === "" ? strictly : `(${strictly} OR (${expression} = :${argument}${index} AND ${rest}))`;
  }, "");
  query
    .andWhere(`${columns[0]?.expression} ${comparison}= :${argument}0`)
    .andWhere(follows)
    .setParameters(Object.fromEntries(values.map((value, index) => [`${argument}${index}`, value])));
}
