import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, Directive, FieldResolver, Float, Resolver, Root } from "type-graphql";
import { computeFigure } from "../credit-statistics/figure-measures.js";
import { PublishedFigure } from "./published-figure.js";

@Resolver(() => PublishedFigure)
export class PublishedFigureResolver {
  @Directive("@inaccessible")
  @Directive('@requires(fields: "measure fromYear toYear administrativeUnit { id }")')
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "For households: what this department computes for the figure. Null: it is not this department's to compute, or there is no data.",
  })
  creditProgramsValue(
    @Ctx() context: RequestContext,
    @Root() figure: PublishedFigure,
  ): Promise<number | null> {
    return computeFigure(context, figure);
  }
}
