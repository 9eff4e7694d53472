import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { withheldIfSmall, withheldInVietnamese } from "@an-sinh/territory/small-cells/cells";
import { Ctx, FieldResolver, Float, Int, Resolver, Root } from "type-graphql";
import { SupportTargetEntity } from "../support-target/support-target.entity.js";
import { supportTargetsOfUnit } from "../support-target/support-target.loaders.js";
import { HousingStatistics } from "./housing-statistics.type.js";
import { housesCompleted, percentOfTarget } from "./support-target.service.js";

@Resolver(() => HousingStatistics)
export class UnitSupportTargetsResolver {
  @ListSize(5)
  @Title("Chỉ tiêu hỗ trợ nhà ở", "Housing support targets")
  @FieldResolver(() => [SupportTargetEntity], {
    description:
      "How many houses have to be built or repaired during the year, by program in the order of their names. Empty: no target was set for this unit and year.",
  })
  supportTargets(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<SupportTargetEntity[]> {
    return context.load(supportTargetsOfUnit, unitId, { year });
  }
}

@Resolver(() => SupportTargetEntity)
export class SupportTargetResolver {
  @About(`Số nhà xây mới hoặc sửa chữa trong năm, không tính công trình vệ sinh. ${withheldInVietnamese}`)
  @Title("Số nhà hoàn thành", "Houses completed")
  @FieldResolver(() => Int, {
    nullable: true,
    description: `How many houses were built or repaired during the year. Sanitary facilities do not count. ${withheldIfSmall}`,
  })
  completed(@Ctx() context: RequestContext, @Root() target: SupportTargetEntity): Promise<number | null> {
    return housesCompleted(context, target);
  }

  @About(
    `Tỷ lệ hoàn thành chỉ tiêu (%), đến ba chữ số thập phân: 100 nghĩa là đạt chỉ tiêu. Để trống: chỉ tiêu bằng 0. ${withheldInVietnamese}`,
  )
  @Title("Tỷ lệ thực hiện chỉ tiêu (%)", "Achieved of target (%)")
  @FieldResolver(() => Float, {
    nullable: true,
    description: `The houses built or repaired in percent of the target, to three decimals: 100 means that it was met. Null: the target is 0. ${withheldIfSmall}`,
  })
  percentOfTarget(
    @Ctx() context: RequestContext,
    @Root() target: SupportTargetEntity,
  ): Promise<number | null> {
    return percentOfTarget(context, target);
  }
}
