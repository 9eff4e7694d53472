import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { PovertySeriesArgs, PovertyYearArgs } from "./poverty-statistics.inputs.js";
import {
  householdsOfUnit,
  totalKey,
  transitions,
  unitYearKey,
  type Transitions,
} from "./poverty-statistics.loaders.js";
import { getPoverty, listPoverty } from "./poverty-statistics.service.js";
import { PovertyStatistics } from "./poverty-statistics.type.js";

@Resolver(() => AdministrativeUnitEntity)
export class UnitPovertyResolver {
  @FieldResolver(() => PovertyStatistics, {
    description:
      "Classified households at the end of a year (31 December), computed from the register. NOT_FOUND when the unit did not exist then, or when there is nothing on record for the year.",
  })
  poverty(
    @Ctx() context: RequestContext,
    @Root() unit: AdministrativeUnitEntity,
    @Args(() => PovertyYearArgs) { year, ...question }: PovertyYearArgs,
  ): Promise<PovertyStatistics> {
    return getPoverty(context, unit, year, question);
  }

  @FieldResolver(() => [PovertyStatistics], {
    description:
      "The same for consecutive years, the first first. Years in which the unit did not exist, or with nothing on record, are left out.",
  })
  povertySeries(
    @Ctx() context: RequestContext,
    @Root() unit: AdministrativeUnitEntity,
    @Args(() => PovertySeriesArgs) args: PovertySeriesArgs,
  ): Promise<PovertyStatistics[]> {
    return listPoverty(context, unit, args);
  }
}

const none: Transitions = { escaped: 0, fell: 0 };

@Resolver(() => PovertyStatistics)
export class PovertyStatisticsResolver {
  @FieldResolver(() => Int, {
    description:
      "Households that were poor at the end of the year before, by the standard reported by then, and no longer are. 0 in the register's first year.",
  })
  async escapedDuringYear(
    @Ctx() context: RequestContext,
    @Root() statistics: PovertyStatistics,
  ): Promise<number> {
    return (await changes(context, statistics)).escaped;
  }

  @FieldResolver(() => Int, {
    description:
      "Households that are poor now and were not at the end of the year before, by the standard reported by then. 0 in the register's first year.",
  })
  async fellIntoPovertyDuringYear(
    @Ctx() context: RequestContext,
    @Root() statistics: PovertyStatistics,
  ): Promise<number> {
    return (await changes(context, statistics)).fell;
  }
}

/** Nothing is known of the year before the register's first, so nothing can be said to have changed. */
async function changes(context: RequestContext, statistics: PovertyStatistics): Promise<Transitions> {
  const { unitId, year, standard, previousStandardId } = statistics;
  const before = await context.load(householdsOfUnit, totalKey(unitId, year - 1));
  if (before === null) return none;
  return context.load(
    transitions,
    unitYearKey({ unitId, year, standardId: standard.id, previousStandardId }),
  );
}
