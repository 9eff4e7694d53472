import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { toThousandths } from "@an-sinh/subgraph-kit/shares";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { findPoverty } from "../poverty-statistics/poverty-statistics.service.js";
import type { PovertyStatistics } from "../poverty-statistics/poverty-statistics.type.js";
import type { TargetEntity } from "./target.entity.js";
import type { TargetIndicator } from "./target.enums.js";

/** The indicators that the register tells, each as a value that falls towards its target. */
const measures: Partial<Record<TargetIndicator, (statistics: PovertyStatistics) => number>> = {
  POVERTY_RATE_REDUCTION: ({ povertyRatePercent }) => povertyRatePercent,
  NEAR_POVERTY_RATE_REDUCTION: ({ nearPovertyRatePercent }) => nearPovertyRatePercent,
  POOR_HOUSEHOLDS_REDUCTION: ({ poor }) => poor,
};

export const isComputed = (indicator: TargetIndicator): boolean => measures[indicator] !== undefined;

/**
 * What was reached: computed from the register if it tells, else what the unit said. Null: neither is known, for
 * instance because the last year is not over.
 */
export async function achievedOf(context: RequestContext, target: TargetEntity): Promise<number | null> {
  const measure = measures[target.indicator];
  if (!measure) return target.statedAchieved;
  const unit = await context.load(unitById, target.unitId);
  if (!unit) return target.statedAchieved;
  // On the boundaries of the unit itself, because the years of a target may end after the unit has closed.
  const [before, after] = await Promise.all([
    findPoverty(context, unit, target.fromYear - 1),
    findPoverty(context, unit, target.toYear),
  ]);
  return before && after ? toThousandths(measure(before) - measure(after)) : target.statedAchieved;
}
