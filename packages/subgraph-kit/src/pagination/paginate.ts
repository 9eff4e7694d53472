import { defineLoader, groupByKey, type LoaderDefinition } from "../batching.js";
import type { RequestContext } from "../context.js";
import type { RowQuery } from "../rows/row-query.js";
import type { Page } from "./connection.js";
import type { CursorValue } from "../cursors/cursors.js";
import { pageSize, type PageArgs } from "./page-args.js";

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

/** Rows that are as many as those of a list, and that the database counts in less time. */
export interface Counted {
  readonly query: RowQuery<object>;
  /** A property of which each value counts once. Undefined: every row counts. */
  readonly column?: string;
}

/**
 * One page by keyset: the database finds the cursor's values in an index. A late page costs as much as the first, and
 * rows that are inserted in the meantime neither repeat nor hide others. Throws BAD_USER_INPUT for a bad `first` or
 * `after`. `counted` is asked when a client asks for the number of all rows; null means those of `query`.
 */
export async function paginate<Entity extends object>(
  context: RequestContext,
  query: RowQuery<Entity>,
  ordering: Ordering<Entity>,
  args: PageArgs,
  counted: () => Promise<Counted | null> = async () => null,
): Promise<Page<Entity>> {
  const size = pageSize(args.first);
  const page = query.clone().limit(size + 1);
  applyOrder(page, ordering);
  seek(context, page, ordering, args.after);
  const countAll = async () => countRows(context, (await counted()) ?? { query });
  return toPage(context, await page.getMany(), size, ordering, args.after, countAll);
}

/** What a list joins gives each of its rows once, so rows are counted as they are. */
async function countRows(context: RequestContext, { query, column }: Counted): Promise<number> {
  const counting = query.clone().select(column ? `COUNT(DISTINCT ${column})` : "COUNT(*)", "total");
  const [row] = await context.aside(counting).getRawMany<{ total: number | string }>();
  return Number(row?.total);
}

/** A list of a parent, such as the reviews of a household. */
interface NestedList<Entity extends object> {
  readonly entity: new () => Entity;
  readonly alias: string;
  /** The foreign key to the parent, as a property of the entity. */
  readonly parent: keyof Entity & string;
  readonly ordering: Ordering<Entity>;
}

/**
 * Pages of a nested list for many parents in one statement: rows are numbered within each parent.
 * `args` are the field's arguments, the same for every parent of a request.
 */
export function nestedPages<Entity extends object>(
  list: NestedList<Entity>,
): LoaderDefinition<Page<Entity>, PageArgs> {
  const { alias, parent, ordering } = list;
  const parentOf = (entity: Entity) => String(entity[parent]);
  const counts = nestedCounts(list);
  return defineLoader(async (keys, context, args) => {
    const size = pageSize(args.first);
    const numbered = context
      .read(list.entity, alias)
      .select(`${alias}.id`, "id")
      .addSelect(
        `ROW_NUMBER() OVER (PARTITION BY ${alias}.${parent} ORDER BY ${orderSql(ordering)})`,
        "position",
      )
      .where(`${alias}.${parent} IN (:...keys)`, { keys });
    seek(context, numbered, ordering, args.after);
    const page = context
      .read(list.entity, alias)
      .where(
        `${alias}.id IN (SELECT numbered.id FROM (${numbered.getQuery()}) numbered WHERE numbered.position <= :limit)`,
      )
      .setParameters({ ...numbered.getParameters(), limit: size + 1 });
    applyOrder(page, ordering);
    const groups = groupByKey(keys, await page.getMany(), parentOf);
    return groups.map((rows, index) =>
      toPage(context, rows, size, ordering, args.after, () => context.load(counts, keys[index] ?? "")),
    );
  });
}

function nestedCounts<Entity extends object>({ entity, alias, parent }: NestedList<Entity>) {
  return defineLoader(async (keys: readonly string[], context: RequestContext) => {
    const rows = await context
      .read(entity, alias)
      .select(`${alias}.${parent}`, "parent")
      .addSelect("COUNT(*)", "total")
      .where(`${alias}.${parent} IN (:...keys)`, { keys })
      .groupBy(`${alias}.${parent}`)
      .getRawMany<{ parent: string; total: number | string }>();
    const totals = new Map(rows.map((row) => [row.parent, Number(row.total)]));
    return keys.map((key) => totals.get(key) ?? 0);
  });
}

function applyOrder<Entity extends object>(query: RowQuery<Entity>, ordering: Ordering<Entity>): void {
  for (const column of ordering.columns) query.addOrderBy(column.expression, ordering.direction ?? "ASC");
}

const orderSql = <Entity>(ordering: Ordering<Entity>) =>
  ordering.columns.map((column) => `${column.expression} ${ordering.direction ?? "ASC"}`).join(", ");

/**
 * Keeps the rows after the cursor: `a >= :a AND (a > :a OR (a = :a AND (b > :b)))`. With the first comparison the
 * database uses an index on (a, b). MariaDB 10.11 does not for `(a, b) > (:a, :b)`: the plans are checked by
 * test/graph/operation-plans.test.ts.
 */
function seek<Entity extends object>(
  context: RequestContext,
  query: RowQuery<Entity>,
  { name, direction, columns }: Ordering<Entity>,
  after: string | null | undefined,
): void {
  if (after === null || after === undefined) return;
  const values = context.cursors.decode(
    name,
    after,
    columns.map((column) => column.type),
  );
  const comparison = direction === "DESC" ? "<" : ">";
  const follows = columns.reduceRight((rest, { expression }, index) => {
    const strictly = `${expression} ${comparison} :cursor${index}`;
    return rest === "" ? strictly : `(${strictly} OR (${expression} = :cursor${index} AND ${rest}))`;
  }, "");
  query
    .andWhere(`${columns[0]?.expression} ${comparison}= :cursor0`)
    .andWhere(follows)
    .setParameters(Object.fromEntries(values.map((value, index) => [`cursor${index}`, value])));
}

function toPage<Entity>(
  context: RequestContext,
  rows: readonly Entity[],
  size: number,
  ordering: Ordering<Entity>,
  after: string | null | undefined,
  countAll: Page<Entity>["countAll"],
): Page<Entity> {
  const edges = rows.slice(0, size).map((node) => new RowEdge(node, ordering, context));
  return {
    edges,
    countAll,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null && after !== undefined,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

/** A row of a page. Its cursor is made when it is asked for: most clients ask for the last one of a page only. */
class RowEdge<Entity> {
  constructor(
    readonly node: Entity,
    private readonly ordering: Ordering<Entity>,
    private readonly context: RequestContext,
  ) {}

  get cursor(): string {
    const { name, columns } = this.ordering;
    return this.context.cursors.encode(
      name,
      columns.map(({ value }) => value(this.node)),
    );
  }
}
