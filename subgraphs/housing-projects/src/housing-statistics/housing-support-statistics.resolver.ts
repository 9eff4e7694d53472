import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { fundingTotals } from "./funding-totals.loaders.js";
import { FundingTotal, HousingSupportStatistics } from "./housing-statistics.type.js";

@Resolver(() => HousingSupportStatistics)
export class HousingSupportStatisticsResolver {
  @ListSize(5)
  @FieldResolver(() => [FundingTotal], {
    description: "What each source paid, the largest amount first. The amounts add up to the whole amount.",
  })
  async sources(
    @Ctx() context: RequestContext,
    @Root() { unitId, year, program, kind }: HousingSupportStatistics,
  ): Promise<FundingTotal[]> {
    const totals = await context.load(fundingTotals, unitId, { year });
    return totals.filter((total) => total.program === program && total.kind === kind);
  }
}
