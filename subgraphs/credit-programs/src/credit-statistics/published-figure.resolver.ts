import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Internal } from "@an-sinh/subgraph-kit/federation/internal";
import { isSampleData } from "@an-sinh/subgraph-kit/sample-data";
import { Ctx, Directive, FieldResolver, Float, Resolver, Root } from "type-graphql";
import { PublishedFigure } from "../external/published-figure.stub.js";
import { computeFigure } from "./published-figure.service.js";

@Resolver(() => PublishedFigure)
export class PublishedFigureResolver {
  @Internal()
  @Directive('@requires(fields: "measure fromYear toYear administrativeUnit { id }")')
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "For the households subgraph: what this department computes for the figure. Null: another department computes it, or there is no data, or it is withheld.",
  })
  creditProgramsValue(
    @Ctx() context: RequestContext,
    @Root() figure: PublishedFigure,
  ): Promise<number | null> {
    return computeFigure(context, figure);
  }

  @Internal()
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Only households reads this: whether what credit-programs computes rests on sample data.",
  })
  creditProgramsIsSample(@Ctx() context: RequestContext): Promise<boolean> {
    return isSampleData(context);
  }
}
