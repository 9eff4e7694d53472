import "reflect-metadata";
import { Directive, Field, Int, ObjectType, type ClassType } from "type-graphql";
import { CacheControl } from "../federation/cache-control.js";
import { Cost } from "../federation/costs.js";

@CacheControl({ inheritMaxAge: true })
@ObjectType({ description: "Where a page stands in its list." })
@Directive("@shareable")
class PageInfo {
  @Field(() => Boolean, {
    description:
      "Whether more follow after endCursor. Of a page with `first` these are the ones up to `before`; of one with `last` it is whether `before` was given.",
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether others come before startCursor. Of a page with `last` these are the ones down to `after`; of one with `first` it is whether `after` was given.",
  })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "The cursor of the first item: pass it as `before`, with `last`, for the previous page. Null: the page is empty.",
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The cursor of the last item: pass it as `after` for the next page. Null: the page is empty.",
  })
  endCursor!: string | null;
}

/** What a page of a list holds, whatever its GraphQL type is called. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  /** Counts the whole list. Called only when a client asks for `totalCount`. */
  countAll(): Promise<number>;
}

/**
 * The Relay connection type of a node type: `NameConnection` and `NameEdge`. The node is a stub or an entity class. A page
 * may be kept where its field and its nodes may.
 * Resolvers return a `Page`.
 */
export function connectionType<Node extends object>(node: () => ClassType<Node>, name: string) {
  @CacheControl({ inheritMaxAge: true })
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list.` })
  class Edge {
    @Field(() => String, {
      description: "Where this item stands in the list: pass it as `after` or `before`.",
    })
    cursor!: string;

    @Field(node, { description: `The ${name} itself.` })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: "The items of this page, in the order of the list." })
    edges!: Edge[];

    @Field(() => PageInfo, { description: "Where this page stands in the list." })
    pageInfo!: PageInfo;

    @Cost(100)
    @Field(() => Int, {
      description:
        "How many there are in the whole list. It is counted only when asked for, and then takes longer than a page: the database reads the whole list, or an index of it.",
    })
    totalCount(): Promise<number> {
      return (this as unknown as Page<Node>).countAll();
    }
  }

  return Connection as unknown as ClassType<Page<Node>>;
}
