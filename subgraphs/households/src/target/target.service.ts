import { isInForce, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { difference, percent, toThousandths } from "@an-sinh/subgraph-kit/shares";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { difficultAreasOfUnit } from "../extreme-difficulty/extreme-difficulty.loaders.js";
import { findMinorityPoverty, findPoverty } from "../poverty-statistics/poverty-statistics.service.js";
import type {
  EthnicMinorityPoverty,
  PovertyStatistics,
} from "../poverty-statistics/poverty-statistics.type.js";
import type { TargetEntity } from "./target.entity.js";
import type { TargetIndicator } from "./target.enums.js";

/** The ends of two years between which something was to change, for a unit on its own boundaries. */
interface Term {
  readonly unitId: string;
  readonly yearBefore: number;
  readonly lastYear: number;
}

/** Computes what was reached in a term from the register. Null: the register does not know. */
type Measure = (context: RequestContext, term: Term) => Promise<number | null>;

const measures: Readonly<Record<TargetIndicator, Measure>> = {
  POVERTY_RATE_REDUCTION: fall(({ povertyRatePercent }) => povertyRatePercent),
  NEAR_POVERTY_RATE_REDUCTION: fall(({ nearPovertyRatePercent }) => nearPovertyRatePercent),
  POOR_HOUSEHOLDS_REDUCTION: fall(({ poor }) => poor),
  ETHNIC_MINORITY_POVERTY_RATE_REDUCTION: minorityFallPerYear,
  LOCALITIES_OUT_OF_EXTREME_DIFFICULTY: shareOutOfDifficulty,
};

/** What was reached, in the unit of the plan. */
interface Achievement {
  /** Null: not known, or not yet. */
  readonly value: number | null;
  readonly isComputed: boolean;
}

/**
 * What was reached by the end of the year in which the unit reported success, or else by the end of the term: computed
 * from the register if it knows, else what the unit said.
 */
export async function achievementOf(context: RequestContext, target: TargetEntity): Promise<Achievement> {
  const { unitId, fromYear, toYear, reachedYear, statedAchieved } = target;
  const term = { unitId, yearBefore: fromYear - 1, lastYear: reachedYear ?? toYear };
  const computed = await measures[target.indicator](context, term);
  return { value: computed ?? statedAchieved, isComputed: computed !== null };
}

/** What was reached in percent of the plan. Null: not known, or nothing was planned. */
export async function percentOfPlan(context: RequestContext, target: TargetEntity): Promise<number | null> {
  const { value } = await achievementOf(context, target);
  return value === null || target.planned === 0 ? null : percent(value, target.planned);
}

/** By how much a value of the statistics fell. */
function fall(read: (statistics: PovertyStatistics) => number | null): Measure {
  return async (context, { unitId, yearBefore, lastYear }) => {
    const [before, after] = await Promise.all([
      povertyAt(context, unitId, yearBefore),
      povertyAt(context, unitId, lastYear),
    ]);
    return before && after ? difference(read(before), read(after)) : null;
  };
}

/** By how many points a year the poverty rate of ethnic minorities fell, on average over the years on record. */
async function minorityFallPerYear(
  context: RequestContext,
  { unitId, yearBefore, lastYear }: Term,
): Promise<number | null> {
  const years = Array.from({ length: lastYear - yearBefore + 1 }, (_, index) => yearBefore + index);
  const found = await Promise.all(years.map((year) => minoritiesAt(context, unitId, year)));
  const first = found.findIndex((minorities) => minorities !== null);
  const count = found.length - 1 - first;
  const [before, after] = [found[first], found.at(-1)];
  if (!before || !after || count === 0) return null;
  const points = difference(before.povertyRatePercent, after.povertyRatePercent);
  return points === null ? null : toThousandths(points / count);
}

/** Null: nothing is on record. */
async function minoritiesAt(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<EthnicMinorityPoverty | null> {
  const statistics = await povertyAt(context, unitId, year);
  return statistics && findMinorityPoverty(context, statistics);
}

/** Of the communes and villages on the list before the term, the percentage that is not on it at its end. */
async function shareOutOfDifficulty(
  context: RequestContext,
  { unitId, yearBefore, lastYear }: Term,
): Promise<number | null> {
  if (lastDayOf(lastYear) > context.today) return null;
  const areas = await context.load(difficultAreasOfUnit, unitId);
  const before = areas.filter((area) => isInForce(area, lastDayOf(yearBefore)));
  const left = before.filter((area) => !isInForce(area, lastDayOf(lastYear)));
  return before.length === 0 ? null : percent(left.length, before.length);
}

/** On the boundaries of the unit itself, because the years of a target may end after the unit has closed. */
async function povertyAt(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<PovertyStatistics | null> {
  const unit = await context.load(unitById, unitId);
  return unit && findPoverty(context, unit, year);
}
