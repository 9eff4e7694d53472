import type { RequestContext } from "../context.js";
import type { Page } from "./connection.js";
import type { Ordering } from "./ordering.js";
import type { PageRange } from "./page-args.js";

/**
 * The page of a range, from the rows that were read: one more than its size, if there are as many. Those of a page from
 * the end come in the opposite order.
 */
export function toPage<Entity>(
  context: RequestContext,
  rows: readonly Entity[],
  ordering: Ordering<Entity>,
  { size, isBackward, after, before }: PageRange,
  countAll: Page<Entity>["countAll"],
): Page<Entity> {
  const read = rows.slice(0, size).map((node) => new RowEdge(node, ordering, context));
  const edges = isBackward ? read.toReversed() : read;
  const hasMore = rows.length > size;
  return {
    edges,
    countAll,
    pageInfo: {
      hasNextPage: isBackward ? before !== null : hasMore,
      hasPreviousPage: isBackward ? hasMore : after !== null,
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
