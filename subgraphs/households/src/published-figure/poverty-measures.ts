import { findPoverty } from "../poverty-statistics/poverty-statistics.service.js";
import type { PovertyStatistics } from "../poverty-statistics/poverty-statistics.type.js";
import { targetsOfUnit } from "../target/target.loaders.js";
import { achievedOf } from "../target/target.service.js";
import type { Measure } from "./figure-question.js";

type Reading = (poverty: PovertyStatistics) => number;

/** As the province reports, on the unit's own boundaries. */
export function atEnd(read: Reading): Measure {
  return async (context, unit, { span }) => {
    const poverty = span && (await findPoverty(context, unit, span.toYear, {}));
    return poverty && read(poverty);
  };
}

/** How much less at the end of the year than a year before. */
export function reduction(read: Reading): Measure {
  return async (context, unit, { span }) => {
    if (!span) return null;
    const [before, after] = await Promise.all([
      findPoverty(context, unit, span.toYear - 1, {}),
      findPoverty(context, unit, span.toYear, {}),
    ]);
    return before && after && rounded(read(before) - read(after));
  };
}

/** On average over the years of the span for which there are totals. */
export const rateReductionPerYear: Measure = async (context, unit, { span }) => {
  if (!span || span.fromYear === null) return null;
  const years = Array.from({ length: span.toYear - span.fromYear + 1 }, (_, index) => span.toYear - index);
  const found = await Promise.all(years.map((year) => findPoverty(context, unit, year, {})));
  const [last, ...earlier] = found.filter((poverty) => poverty !== null);
  const first = earlier.at(-1);
  if (!last || !first) return null;
  return rounded((first.povertyRatePercent - last.povertyRatePercent) / (last.year - first.year));
};

/** What the unit's target for fewer poor households reached, in percent of the plan. */
export const targetReached: Measure = async (context, unit, { span }) => {
  if (!span) return null;
  const targets = await context.load(targetsOfUnit, unit.id, { year: span.toYear });
  const target = targets.find(({ indicator }) => indicator === "POOR_HOUSEHOLDS_REDUCTION");
  const achieved = target ? await achievedOf(context, target) : null;
  return target && achieved !== null ? rounded((achieved / target.planned) * 100) : null;
};

/** Rates have three decimals, and so have their differences. */
const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
