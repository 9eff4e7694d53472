import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { findPopulation } from "../population-statistics/population-statistics.service.js";
import type { TargetEntity } from "../target/target.entity.js";
import type { TargetIndicator } from "../target/target.enums.js";
import { plannedByDistricts, targetsOfUnit } from "../target/target.loaders.js";
import { achievementOf, percentOfPlan } from "../target/target.service.js";
import type { FigureQuestion, Measure } from "./figure-question.js";

/** How far the unit reached its target for fewer poor households, in percent of the plan. */
export const targetReached: Measure = async (context, { id }, question) => {
  const target = await findTarget(context, id, "POOR_HOUSEHOLDS_REDUCTION", question);
  return target && percentOfPlan(context, target);
};

/** What the unit reached of a target. */
export function achievement(indicator: TargetIndicator): Measure {
  return async (context, { id }, question) => {
    const target = await findTarget(context, id, indicator, question);
    return target && (await achievementOf(context, target)).value;
  };
}

/** One of the points by which the districts of the unit planned to lower their poverty rates. */
export function districtTarget(choose: (points: readonly number[]) => number): Measure {
  return async (context, { id }, { span }) => {
    if (!span) return null;
    const points = await context.load(plannedByDistricts, id, {
      year: span.toYear,
      indicator: "POVERTY_RATE_REDUCTION",
    });
    return points.length === 0 ? null : choose(points);
  };
}

/** Ethnic minorities in percent of the people. */
export const minorityShare: Measure = async (context, { id: unitId }, { span }) => {
  const population = span && (await findPopulation(context, unitId, span.toYear));
  return population && population.ethnicMinoritySharePercent;
};

async function findTarget(
  context: RequestContext,
  unitId: string,
  indicator: TargetIndicator,
  { span }: FigureQuestion,
): Promise<TargetEntity | null> {
  if (!span) return null;
  const targets = await context.load(targetsOfUnit, unitId, { year: span.toYear });
  return targets.find((target) => target.indicator === indicator) ?? null;
}
