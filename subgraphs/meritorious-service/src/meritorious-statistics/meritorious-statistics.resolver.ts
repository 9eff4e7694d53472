import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Ctx, FieldResolver, Float, Int, Resolver, Root } from "type-graphql";
import {
  cashlessPercent,
  countBeneficiaries,
  statisticsByCategory,
  sumPaid,
} from "./meritorious-statistics.service.js";
import { MeritoriousCategoryStatistics, MeritoriousStatistics } from "./meritorious-statistics.type.js";

/** Each field computes its own part, so that nobody pays for what was not asked for. */
@Resolver(() => MeritoriousStatistics)
export class MeritoriousStatisticsResolver {
  @FieldResolver(() => Int, {
    description:
      "Records in force on 31 December: recognized by then and not ended. Relatives are counted; a person recognized in two categories counts in both.",
  })
  beneficiaries(@Ctx() context: RequestContext, @Root() statistics: MeritoriousStatistics): Promise<number> {
    return countBeneficiaries(context, statistics);
  }

  @FieldResolver(() => [MeritoriousCategoryStatistics], {
    description:
      "By category, in the order of the ordinance, the relatives last; also those without a record.",
  })
  categories(
    @Ctx() context: RequestContext,
    @Root() statistics: MeritoriousStatistics,
  ): Promise<MeritoriousCategoryStatistics[]> {
    return statisticsByCategory(context, statistics);
  }

  @FieldResolver(() => VndScalar, { description: "Dong paid for the months of the year." })
  paid(@Ctx() context: RequestContext, @Root() statistics: MeritoriousStatistics): Promise<number> {
    return sumPaid(context, statistics);
  }

  @FieldResolver(() => Float, {
    description:
      "The share of that amount that went to bank accounts, in percent to three decimals: 92.5 means 92.5 %. 0 when nothing was paid.",
  })
  paidCashlessPercent(
    @Ctx() context: RequestContext,
    @Root() statistics: MeritoriousStatistics,
  ): Promise<number> {
    return cashlessPercent(context, statistics);
  }
}
