import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { Ctx, FieldResolver, Float, Int, Resolver, Root } from "type-graphql";
import { targetOfUnit } from "../completion-target/completion-target.loaders.js";
import { completedApartments } from "./housing-statistics.loaders.js";
import { HousingStatistics } from "./housing-statistics.type.js";

/** What a unit was told to complete in the year, and what it did. */
@Resolver(() => HousingStatistics)
export class CompletionTargetResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Apartments of social housing that the unit is to complete during the year. Null: no target was set for this unit and year; targets are set for provinces.",
  })
  async completionTarget(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number | null> {
    return (await context.load(targetOfUnit, unitId, { year }))?.apartments ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Who set the target and by what. "Sample value": it is made up, in the sample data. Null: there is no target.',
  })
  async completionTargetLegalBasis(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<string | null> {
    return (await context.load(targetOfUnit, unitId, { year }))?.legalBasis ?? null;
  }

  @FieldResolver(() => Int, { description: "Apartments completed during the year itself." })
  async completedDuringYear(
    @Ctx() context: RequestContext,
    @Root() { unitId, year }: HousingStatistics,
  ): Promise<number> {
    return (await context.load(completedApartments, unitId, { year })).duringYear;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "Apartments completed during the year in percent of the target: 100 means that it was met. Null: there is no target.",
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
