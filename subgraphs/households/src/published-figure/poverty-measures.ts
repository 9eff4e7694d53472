import { difference, toThousandths } from "@an-sinh/subgraph-kit/shares";
import { findPoverty } from "../poverty-statistics/poverty-statistics.service.js";
import type { PovertyStatistics } from "../poverty-statistics/poverty-statistics.type.js";
import type { Measure } from "./figure-question.js";

/** Null: withheld. */
type Reading = (poverty: PovertyStatistics) => number | null;

/** A value at the end of the year, by the standard that the province reports by and on the unit's own boundaries. */
export function atEnd(read: Reading): Measure {
  return async (context, unit, { span }) => {
    const poverty = span && (await findPoverty(context, unit, span.toYear));
    return poverty && read(poverty);
  };
}

/** By how much a value fell within the year. */
export function reduction(read: Reading): Measure {
  return async (context, unit, { span }) => {
    if (!span) return null;
    const [before, after] = await Promise.all([
      findPoverty(context, unit, span.toYear - 1),
      findPoverty(context, unit, span.toYear),
    ]);
    return before && after && difference(read(before), read(after));
  };
}

/** By how much the poverty rate fell a year, on average over the years of the span with statistics. */
export const rateReductionPerYear: Measure = async (context, unit, { span }) => {
  if (!span || span.fromYear === null) return null;
  const years = Array.from({ length: span.toYear - span.fromYear + 1 }, (_, index) => span.toYear - index);
  const found = await Promise.all(years.map((year) => findPoverty(context, unit, year)));
  const [last, ...earlier] = found.filter((poverty) => poverty !== null);
  const first = earlier.at(-1);
  if (!last || !first) return null;
  const fall = difference(first.povertyRatePercent, last.povertyRatePercent);
  return fall === null ? null : toThousandths(fall / (last.year - first.year));
};
