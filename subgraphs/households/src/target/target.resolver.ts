import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { Args, Ctx, FieldResolver, Float, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { TargetEntity } from "./target.entity.js";
import { targetsOfUnit } from "./target.loaders.js";
import { achievementOf, percentOfPlan } from "./target.service.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitTargetResolver {
  @ListSize(10)
  @Title("Chỉ tiêu")
  @FieldResolver(() => [TargetEntity], {
    nullable: true,
    description:
      "The targets that this unit itself set for this year or for years that include it, in the order of their indicators. Empty: none is on record.",
  })
  targets(
    @Ctx() context: RequestContext,
    @Root() { id }: AdministrativeUnitEntity,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<TargetEntity[]> {
    return context.load(targetsOfUnit, id, { year: checkedYear(year) });
  }
}

@Resolver(() => TargetEntity)
export class TargetResolver {
  @About(
    "Kết quả đạt được đến cuối năm về đích hoặc năm cuối của giai đoạn, theo đơn vị tính của kế hoạch; tính từ dữ liệu hoặc do địa phương báo cáo. Mức giảm mỗi năm là bình quân các năm có số liệu. Để trống: chưa có kết quả.",
  )
  @Title("Thực hiện")
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "What was reached by the end of reachedYear, or else of toYear, in the unit of the plan. It is computed from the register if isComputed is true, else it is what the unit said. A fall per year is the average over the years of the term that are on record. Null: not known, or not yet.",
  })
  async achieved(@Ctx() context: RequestContext, @Root() target: TargetEntity): Promise<number | null> {
    return (await achievementOf(context, target)).value;
  }

  @About(
    "Tỷ lệ thực hiện so với kế hoạch (%), đến ba chữ số thập phân: 100 nghĩa là đạt kế hoạch. Để trống: chưa có số liệu.",
  )
  @Title("Tỷ lệ thực hiện so với kế hoạch (%)", "Achieved of plan (%)")
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "What was reached in percent of the plan, to three decimals. 100 means as planned. Null: not known.",
  })
  percentOfPlan(@Ctx() context: RequestContext, @Root() target: TargetEntity): Promise<number | null> {
    return percentOfPlan(context, target);
  }

  @About("Kết quả được tính từ dữ liệu. Nếu không: do địa phương báo cáo, hoặc chưa có.")
  @Title("Tính từ sổ đăng ký", "Computed from the register")
  @FieldResolver(() => Boolean, {
    description:
      "Whether `achieved` is computed from the register. False: it is what the unit said, or null.",
  })
  async isComputed(@Ctx() context: RequestContext, @Root() target: TargetEntity): Promise<boolean> {
    return (await achievementOf(context, target)).isComputed;
  }
}
