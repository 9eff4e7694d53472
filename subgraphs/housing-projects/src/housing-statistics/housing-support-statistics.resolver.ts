import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { withheldIfSmall } from "@an-sinh/territory/small-cells/cells";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { sourcesOf } from "./funding-totals.service.js";
import { FundingTotal, HousingSupportStatistics } from "./housing-statistics.type.js";

@Resolver(() => HousingSupportStatistics)
export class HousingSupportStatisticsResolver {
  @ListSize(5)
  @Title("Nguồn kinh phí", "Sources of funds")
  @FieldResolver(() => [FundingTotal], {
    nullable: true,
    description: `What each source paid, the largest amount first. The amounts add up to the whole amount. ${withheldIfSmall}`,
  })
  sources(
    @Ctx() context: RequestContext,
    @Root() statistics: HousingSupportStatistics,
  ): Promise<FundingTotal[] | null> {
    return sourcesOf(context, statistics);
  }
}
