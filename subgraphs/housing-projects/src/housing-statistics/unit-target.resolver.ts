import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { Ctx, FieldResolver, Float, Int, Resolver, Root } from "type-graphql";
import { targetOfUnit } from "../completion-target/completion-target.loaders.js";
import { completedApartments } from "./housing-statistics.loaders.js";
import { HousingStatistics } from "./housing-statistics.type.js";

/** How many apartments a unit had to complete in the year, and how many it completed. */
@Resolver(() => HousingStatistics)
export class UnitTargetResolver {
  @Title("Chỉ tiêu căn hộ hoàn thành trong năm", "Apartments to be completed in the year")
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "How many apartments of social housing have to be completed in the unit during the year. Null: no target was set for this unit and year. Targets are set for provinces.",
  })
  async completionTarget(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number | null> {
    return (await context.load(targetOfUnit, unitId, { year }))?.apartments ?? null;
  }

  @Translated()
  @Title("Căn cứ của chỉ tiêu", "Legal basis of the target")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Who set the target and by what document. "Sample value": the sample data made it up. Null: there is no target.',
  })
  async completionTargetLegalBasis(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<string | null> {
    return (await context.load(targetOfUnit, unitId, { year }))?.legalBasis ?? null;
  }

  @Title("Số căn hộ hoàn thành trong năm", "Apartments completed during the year")
  @FieldResolver(() => Int, { description: "How many apartments were completed during the year." })
  async completedDuringYear(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number> {
    return (await context.load(completedApartments, unitId, { year })).duringYear;
  }

  @Title("Tỷ lệ thực hiện chỉ tiêu (%)", "Achieved of target (%)")
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "The apartments completed during the year, in percent of the target: 100 means that it was met. Null: there is no target.",
  })
  async percentOfTarget(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number | null> {
    const target = await context.load(targetOfUnit, unitId, { year });
    if (!target) return null;
    const { duringYear } = await context.load(completedApartments, unitId, { year });
    return percent(duringYear, target.apartments);
  }
}
