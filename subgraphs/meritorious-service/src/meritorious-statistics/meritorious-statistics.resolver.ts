import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall } from "@an-sinh/territory/small-cells/cells";
import { Ctx, FieldResolver, Float, Int, Resolver, Root } from "type-graphql";
import {
  cashlessPercent,
  countBeneficiaries,
  statisticsByCategory,
  sumPaid,
} from "./meritorious-statistics.service.js";
import { MeritoriousCategoryStatistics, MeritoriousStatistics } from "./meritorious-statistics.type.js";

/** Each field computes its own part: what is not asked for is not computed. */
@Resolver(() => MeritoriousStatistics)
export class MeritoriousStatisticsResolver {
  @Title("Tổng số người hưởng trợ cấp hằng tháng", "Beneficiaries in all")
  @FieldResolver(() => Int, {
    nullable: true,
    description: `How many records were in force on 31 December: recognized by then and not ended. Relatives are counted. A person recognized in two categories counts twice. ${withheldIfSmall}`,
  })
  beneficiaries(
    @Ctx() context: RequestContext,
    @Root() statistics: MeritoriousStatistics,
  ): Promise<number | null> {
    return countBeneficiaries(context, statistics);
  }

  @ListSize(25)
  @Title("Diện đối tượng")
  @FieldResolver(() => [MeritoriousCategoryStatistics], {
    description:
      "By category, in the order of the ordinance, the relatives last. Categories without a record are listed with zeros.",
  })
  categories(
    @Ctx() context: RequestContext,
    @Root() statistics: MeritoriousStatistics,
  ): Promise<MeritoriousCategoryStatistics[]> {
    return statisticsByCategory(context, statistics);
  }

  @Title("Tổng kinh phí chi trả trong năm", "Paid in all during the year")
  @FieldResolver(() => VndScalar, {
    nullable: true,
    description: `What was paid for the months of the year, in dong. ${withheldIfSmall}`,
  })
  paid(@Ctx() context: RequestContext, @Root() statistics: MeritoriousStatistics): Promise<number | null> {
    return sumPaid(context, statistics);
  }

  @Title("Tỷ lệ chi trả không dùng tiền mặt (%)", "Paid cashless (%)")
  @FieldResolver(() => Float, {
    nullable: true,
    description: `The share of paid that went to bank accounts, in percent to three decimals: 92.5 means 92.5 %. 0 when nothing was paid. ${withheldIfSmall}`,
  })
  paidCashlessPercent(
    @Ctx() context: RequestContext,
    @Root() statistics: MeritoriousStatistics,
  ): Promise<number | null> {
    return cashlessPercent(context, statistics);
  }
}
