import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { changedHouseholds, type PovertyChange } from "./class-counts.loaders.js";
import { householdTotals } from "./household-total.loaders.js";
import { PovertySeriesArgs, PovertyYearArgs } from "./poverty-statistics.inputs.js";
import { getPoverty, listPoverty } from "./poverty-statistics.service.js";
import { PovertyStatistics } from "./poverty-statistics.type.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitPovertyResolver {
  @FieldResolver(() => PovertyStatistics, {
    nullable: true,
    description:
      "Classified households at the end of a year, as that year's review decided, counted in the register. NOT_FOUND: the unit did not exist then, nothing is on record for the year, or its review was not held under `standard`.",
  })
  poverty(
    @Ctx() context: RequestContext,
    @Root() unit: AdministrativeUnitEntity,
    @Args(() => PovertyYearArgs) { year, ...question }: PovertyYearArgs,
  ): Promise<PovertyStatistics> {
    return getPoverty(context, unit, year, question);
  }

  @FieldResolver(() => [PovertyStatistics], {
    nullable: true,
    description:
      "The same for consecutive years, the earliest first. A year is left out if the unit did not exist at its end, if nothing is on record, or if its review was not held under `standard`.",
  })
  povertySeries(
    @Ctx() context: RequestContext,
    @Root() unit: AdministrativeUnitEntity,
    @Args(() => PovertySeriesArgs) args: PovertySeriesArgs,
  ): Promise<PovertyStatistics[]> {
    return listPoverty(context, unit, args);
  }
}

@Resolver(() => PovertyStatistics)
export class PovertyStatisticsResolver {
  @FieldResolver(() => Int, {
    description:
      "Households that were poor at the end of the year before and are not poor at the end of this one. Each end of year has the standard that the province reported by then, or the one in `standard`. 0 in the first year of the register.",
  })
  escapedDuringYear(@Ctx() context: RequestContext, @Root() statistics: PovertyStatistics): Promise<number> {
    return countChanged(context, statistics, escaped(statistics));
  }

  @FieldResolver(() => Int, {
    description:
      "Households that are poor at the end of this year and were not poor at the end of the year before. Each end of year has the standard that the province reported by then, or the one in `standard`. 0 in the first year of the register.",
  })
  fellIntoPovertyDuringYear(
    @Ctx() context: RequestContext,
    @Root() statistics: PovertyStatistics,
  ): Promise<number> {
    return countChanged(context, statistics, fell(statistics));
  }
}

const escaped = ({ unitId, standard, countedOn, previous }: PovertyStatistics): PovertyChange => ({
  unitId,
  poorBy: previous.standard.id,
  poorOn: previous.countedOn,
  notPoorBy: standard.id,
  notPoorOn: countedOn,
});

const fell = ({ unitId, standard, countedOn, previous }: PovertyStatistics): PovertyChange => ({
  unitId,
  poorBy: standard.id,
  poorOn: countedOn,
  notPoorBy: previous.standard.id,
  notPoorOn: previous.countedOn,
});

/** 0 in the first year of the register: nothing is on record of the year before. */
async function countChanged(
  context: RequestContext,
  { unitId, year }: PovertyStatistics,
  change: PovertyChange,
): Promise<number> {
  const before = await context.load(householdTotals, { unitId, year: year - 1 });
  return before === null ? 0 : context.load(changedHouseholds, change);
}
