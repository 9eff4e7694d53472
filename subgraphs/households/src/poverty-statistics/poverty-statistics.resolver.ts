import { Cost, ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { withheldIfSmall } from "@an-sinh/territory/small-cells/cells";
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { classChanges, type ClassChanges } from "./class-changes.loaders.js";
import { householdTotals } from "./household-total.loaders.js";
import { areEscapesWithheld, areMovesWithheld } from "./poverty.cells.js";
import { PovertySeriesArgs, PovertyYearArgs } from "./poverty-statistics.inputs.js";
import { findMinorityPoverty, getPoverty, listPoverty } from "./poverty-statistics.service.js";
import { EthnicMinorityPoverty, PovertyStatistics } from "./poverty-statistics.type.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitPovertyResolver {
  @Cost(10)
  @Title("Nghèo đa chiều")
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

  @ListSize(6)
  @Cost(10)
  @Title("Nghèo đa chiều qua các năm", "Poverty over the years")
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

const eachEnd =
  "Each end of year has the standard that the province reported by then, or the one in `standard`. 0 in the first year of the register.";

@Resolver(() => PovertyStatistics)
export class PovertyStatisticsResolver {
  @Title("Hộ thoát nghèo trong năm", "Escaped poverty during the year")
  @FieldResolver(() => Int, {
    nullable: true,
    description: `Households that escaped poverty in the year: poor or near-poor at the end of the year before, and newly escaped at the end of this one (Decision 28/2015/QD-TTg). \`newlyEscaped\` counts them for 36 months. A poor household that became near-poor is not among them: see noLongerPoorDuringYear. ${eachEnd} ${withheldIfSmall}`,
  })
  escapedDuringYear(
    @Ctx() context: RequestContext,
    @Root() statistics: PovertyStatistics,
  ): Promise<number | null> {
    return countChanged(context, statistics, ({ escaped }) => escaped, areEscapesWithheld);
  }

  @Title("Hộ không còn là hộ nghèo trong năm", "No longer poor during the year")
  @FieldResolver(() => Int, {
    nullable: true,
    description: `Households that left the list of the poor in the year: poor at the end of the year before and not at the end of this one. Some of them are near-poor now. The poor of the year before, less these, and with those of fellIntoPovertyDuringYear, are the poor of this year. ${eachEnd} ${withheldIfSmall}`,
  })
  noLongerPoorDuringYear(
    @Ctx() context: RequestContext,
    @Root() statistics: PovertyStatistics,
  ): Promise<number | null> {
    return countChanged(context, statistics, ({ noLongerPoor }) => noLongerPoor);
  }

  @Title("Hộ rơi vào nghèo trong năm", "Fell into poverty during the year")
  @FieldResolver(() => Int, {
    nullable: true,
    description: `Households that are poor at the end of this year and were not poor at the end of the year before: those of relapsedIntoPovertyDuringYear and newlyPoorDuringYear. ${eachEnd} ${withheldIfSmall}`,
  })
  fellIntoPovertyDuringYear(
    @Ctx() context: RequestContext,
    @Root() statistics: PovertyStatistics,
  ): Promise<number | null> {
    return countChanged(context, statistics, ({ fell }) => fell);
  }

  @Title("Hộ tái nghèo trong năm", "Relapsed into poverty during the year")
  @FieldResolver(() => Int, {
    nullable: true,
    description: `Of the households of fellIntoPovertyDuringYear, those that had been poor before, left the list of the poor and are back (re-poverty). The register does not know who was poor before it begins. ${withheldIfSmall}`,
  })
  relapsedIntoPovertyDuringYear(
    @Ctx() context: RequestContext,
    @Root() statistics: PovertyStatistics,
  ): Promise<number | null> {
    return countChanged(context, statistics, relapsedIn(statistics));
  }

  @Title("Hộ nghèo phát sinh trong năm", "Newly poor during the year")
  @FieldResolver(() => Int, {
    nullable: true,
    description: `Of the households of fellIntoPovertyDuringYear, those that had never been poor before, as far as the register knows (new poverty). ${withheldIfSmall}`,
  })
  newlyPoorDuringYear(
    @Ctx() context: RequestContext,
    @Root() statistics: PovertyStatistics,
  ): Promise<number | null> {
    const relapsed = relapsedIn(statistics);
    return countChanged(context, statistics, (changes) => changes.fell - relapsed(changes));
  }

  @Title("Dân tộc thiểu số")
  @FieldResolver(() => EthnicMinorityPoverty, {
    nullable: true,
    description:
      "Poverty among households of ethnic minorities. Null: how many households of ethnic minorities there are is not on record for the year.",
  })
  ethnicMinorities(
    @Ctx() context: RequestContext,
    @Root() statistics: PovertyStatistics,
  ): Promise<EthnicMinorityPoverty | null> {
    return findMinorityPoverty(context, statistics);
  }
}

/** Who had been poor before: under the standard that is asked for, or else under the one that was reported by then. */
const relapsedIn =
  ({ isStandardChosen }: PovertyStatistics) =>
  ({ relapsed, relapsedUnderStandard }: ClassChanges): number =>
    isStandardChosen ? relapsedUnderStandard : relapsed;

/** 0 in the first year of the register: nothing is on record of the year before. */
async function countChanged(
  context: RequestContext,
  { unitId, year, standard, previousStandardId }: PovertyStatistics,
  read: (changes: ClassChanges) => number,
  areWithheld = areMovesWithheld,
): Promise<number | null> {
  const compared = { unitId, year, standardId: standard.id, previousStandardId };
  // All at once, so that all years of a series share a statement.
  const [before, changes, withheld] = await Promise.all([
    context.load(householdTotals, { unitId, year: year - 1 }),
    context.load(classChanges, compared),
    areWithheld(context, compared),
  ]);
  if (before === null) return 0;
  return withheld ? null : read(changes);
}
