import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Internal } from "@an-sinh/subgraph-kit/federation/internal";
import { isSampleData } from "@an-sinh/subgraph-kit/sample-data";
import { Ctx, Directive, FieldResolver, Float, Resolver, Root } from "type-graphql";
import { PublishedFigure } from "../external/published-figure.stub.js";
import { computeFigure } from "./figure-measures.js";

@Resolver(() => PublishedFigure)
export class PublishedFigureResolver {
  @Internal()
  @Directive('@requires(fields: "measure fromYear toYear administrativeUnit { id }")')
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "Only households reads this: what housing-projects computes for the figure. Null: housing-projects does not compute this measure, has no data, or withholds it.",
  })
  housingProjectsValue(
    @Ctx() context: RequestContext,
    @Root() figure: PublishedFigure,
  ): Promise<number | null> {
    return computeFigure(context, figure);
  }

  @Internal()
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Only households reads this: whether what housing-projects computes rests on sample data.",
  })
  housingProjectsIsSample(@Ctx() context: RequestContext): Promise<boolean> {
    return isSampleData(context);
  }
}
