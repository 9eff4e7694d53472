import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { findPoverty } from "../poverty-statistics/poverty-statistics.service.js";
import type { PovertyStatistics } from "../poverty-statistics/poverty-statistics.type.js";
import type { TargetEntity } from "./target.entity.js";
import type { TargetIndicator } from "./target.enums.js";

/** What the register can tell, each as a figure that falls when the target is approached. */
const measures: Partial<Record<TargetIndicator, (statistics: PovertyStatistics) => number>> = {
  POVERTY_RATE_REDUCTION: ({ povertyRatePercent }) => povertyRatePercent,
  NEAR_POVERTY_RATE_REDUCTION: ({ nearPovertyRatePercent }) => nearPovertyRatePercent,
  POOR_HOUSEHOLDS_REDUCTION: ({ poor }) => poor,
};

export const isComputed = (indicator: TargetIndicator): boolean => measures[indicator] !== undefined;

/**
 * What was reached: computed from the register where it can tell, else as the unit stated it. Null: neither
 * is known, for instance because the last year is not over.
 */
export async function achievedOf(context: RequestContext, target: TargetEntity): Promise<number | null> {
  const measure = measures[target.indicator];
  if (!measure) return target.statedAchieved;
  const unit = await context.load(unitById, target.unitId);
  if (!unit) return target.statedAchieved;
  // On the unit's own boundaries, so that a target that runs on after the unit's end can be judged.
  const [before, after] = await Promise.all([
    findPoverty(context, unit, target.fromYear - 1, {}),
    findPoverty(context, unit, target.toYear, {}),
  ]);
  return before && after ? thousandths(measure(before) - measure(after)) : target.statedAchieved;
}

/** The rates have three decimals; so has their difference. */
const thousandths = (value: number): number => Math.round(value * 1000) / 1000;
