import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { Args, Ctx, FieldResolver, Float, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { TargetEntity } from "./target.entity.js";
import { targetsOfUnit } from "./target.loaders.js";
import { achievedOf, isComputed } from "./target.service.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitTargetResolver {
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
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "What was reached, in the unit of the plan. It is computed from the register if isComputed is true and the register knows both years, else it is what the unit said. Null: not known, or not yet.",
  })
  achieved(@Ctx() context: RequestContext, @Root() target: TargetEntity): Promise<number | null> {
    return achievedOf(context, target);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "What was reached in percent of the plan, to three decimals. 100 means as planned. Null: not known.",
  })
  async percentOfPlan(@Ctx() context: RequestContext, @Root() target: TargetEntity): Promise<number | null> {
    const achieved = await achievedOf(context, target);
    return achieved === null || target.planned === 0 ? null : percent(achieved, target.planned);
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the register tells what was reached. It does for the poverty and near-poverty rates and for the number of poor households.",
  })
  isComputed(@Root() { indicator }: TargetEntity): boolean {
    return isComputed(indicator);
  }
}
