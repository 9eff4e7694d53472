import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ResponsibleAgencyEntity } from "../responsible-agency/responsible-agency.entity.js";
import { agencyField, findAgency } from "../responsible-agency/responsible-agency.service.js";
import { StandardLevelEntity } from "../standard-level/standard-level.entity.js";
import { multipleOfLevel } from "../standard-level/multiple-of-level.js";
import { findStandardLevel } from "../standard-level/standard-level.service.js";
import { Allowance } from "./allowance.type.js";

@Resolver(() => Allowance)
export class AllowanceResolver {
  @About(
    "Mức hưởng mỗi tháng (đồng): hệ số nhân với mức chuẩn có hiệu lực tại ngày tra cứu, làm tròn theo quy định. Để trống: là trợ cấp một lần, hoặc chưa có mức chuẩn tại ngày đó.",
  )
  @Title("Mức hằng tháng")
  @FieldResolver(() => VndScalar, {
    nullable: true,
    description:
      "The amount a month, in dong: the coefficient times the standard level in force on the day asked for, rounded as `standardLevel` says in `roundedTo`. Null: it is a one-off benefit, or no level is on record for that day.",
  })
  async monthlyAmount(@Ctx() context: RequestContext, @Root() allowance: Allowance): Promise<number | null> {
    if (allowance.oneOffAmount !== null) return null;
    const level = await findStandardLevel(context, allowance.on);
    return level && multipleOfLevel(allowance.coefficient, level);
  }

  @Title("Mức chuẩn trợ cấp")
  @FieldResolver(() => StandardLevelEntity, {
    nullable: true,
    description: "The standard level in force on the day asked for. Null: none is on record for that day.",
  })
  standardLevel(
    @Ctx() context: RequestContext,
    @Root() { on }: Allowance,
  ): Promise<StandardLevelEntity | null> {
    return findStandardLevel(context, on);
  }

  @Title("Cơ quan phụ trách")
  @FieldResolver(() => ResponsibleAgencyEntity, agencyField("on the day asked for"))
  responsibleAgency(
    @Ctx() context: RequestContext,
    @Root() { on }: Allowance,
  ): Promise<ResponsibleAgencyEntity | null> {
    return findAgency(context, on);
  }
}
