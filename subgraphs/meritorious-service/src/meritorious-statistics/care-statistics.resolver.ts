import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { careByKind, healthInsuranceOf, housingGrantsOf } from "./care-statistics.service.js";
import {
  CareStatistics,
  HealthInsuranceStatistics,
  HousingGrantStatistics,
  PaymentChannelStatistics,
} from "./care-statistics.type.js";
import { paymentsByChannel } from "./meritorious-statistics.service.js";
import { MeritoriousStatistics } from "./meritorious-statistics.type.js";

/** Each field computes its own part: what is not asked for is not computed. */
@Resolver(() => MeritoriousStatistics)
export class CareStatisticsResolver {
  @ListSize(10)
  @Title("Chế độ chăm sóc")
  @FieldResolver(() => [CareStatistics], {
    description:
      "Convalescence, gifts and one-off benefits given in the year, by kind. Kinds that nobody was given are listed with zeros.",
  })
  careBenefits(
    @Ctx() context: RequestContext,
    @Root() statistics: MeritoriousStatistics,
  ): Promise<CareStatistics[]> {
    return careByKind(context, statistics);
  }

  @Title("Bảo hiểm y tế")
  @FieldResolver(() => HealthInsuranceStatistics, {
    description: "Health insurance that the state pays for the year.",
  })
  healthInsurance(
    @Ctx() context: RequestContext,
    @Root() statistics: MeritoriousStatistics,
  ): Promise<HealthInsuranceStatistics> {
    return healthInsuranceOf(context, statistics);
  }

  @ListSize(4)
  @Title("Hỗ trợ nhà ở cho người có công", "Housing grants for meritorious service")
  @FieldResolver(() => [HousingGrantStatistics], {
    description:
      "Housing grants decided in the year, by decision and kind of work. Empty: none. Those whose numbers are withheld come last, and there may be none. The housing department's supports are in housing.",
  })
  housingGrants(
    @Ctx() context: RequestContext,
    @Root() statistics: MeritoriousStatistics,
  ): Promise<HousingGrantStatistics[]> {
    return housingGrantsOf(context, statistics);
  }

  @ListSize(3)
  @Title("Chi trả trợ cấp")
  @FieldResolver(() => [PaymentChannelStatistics], {
    description: "What was paid for the months of the year, by channel. The amounts add up to paid.",
  })
  payments(
    @Ctx() context: RequestContext,
    @Root() statistics: MeritoriousStatistics,
  ): Promise<PaymentChannelStatistics[]> {
    return paymentsByChannel(context, statistics);
  }
}
