import { defineLoader, groupByKey, type LoaderDefinition } from "../batching.js";
import type { RequestContext } from "../context.js";
import type { Page } from "./connection.js";
import { applyOrder, orderSql, seek, type Ordering } from "./ordering.js";
import { pageRange, type PageArgs } from "./page-args.js";
import { toPage } from "./to-page.js";

/** A list of a parent, such as the reviews of a household. */
interface NestedList<Entity extends object> {
  readonly entity: new () => Entity;
  readonly alias: string;
  /** The foreign key to the parent, as a property of the entity. */
  readonly parent: keyof Entity & string;
  readonly ordering: Ordering<Entity>;
}

/**
 * Pages of a nested list for many parents in one statement: rows are numbered within each parent, from the end that the
 * client asks for. `args` are the field's arguments, the same for every parent of a request.
 */
export function nestedPages<Entity extends object>(
  list: NestedList<Entity>,
): LoaderDefinition<Page<Entity>, PageArgs> {
  const { alias, parent, ordering } = list;
  const parentOf = (entity: Entity) => String(entity[parent]);
  const counts = nestedCounts(list);
  return defineLoader(async (keys, context, args) => {
    const range = pageRange(args);
    const numbered = context
      .read(list.entity, alias)
      .select(`${alias}.id`, "id")
      .addSelect(
        `ROW_NUMBER() OVER (PARTITION BY ${alias}.${parent} ORDER BY ${orderSql(ordering, range)})`,
        "position",
      )
      .where(`${alias}.${parent} IN (:...keys)`, { keys });
    seek(context, numbered, ordering, range);
    const page = context
      .read(list.entity, alias)
      .where(
        `${alias}.id IN (SELECT numbered.id FROM (${numbered.getQuery()}) numbered WHERE numbered.position <= :limit)`,
      )
      .setParameters({ ...numbered.getParameters(), limit: range.size + 1 });
    applyOrder(page, ordering, range);
    const groups = groupByKey(keys, await page.getMany(), parentOf);
    return groups.map((rows, index) =>
      toPage(context, rows, ordering, range, () => context.load(counts, keys[index] ?? "")),
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
