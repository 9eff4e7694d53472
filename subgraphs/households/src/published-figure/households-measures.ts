import type { RequestContext } from "@an-sinh/kit/context";
import type { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { findPoverty } from "../poverty-statistics/poverty-statistics.service.js";
import type { PovertyStatistics } from "../poverty-statistics/poverty-statistics.type.js";
import type { SchoolMilkTermEntity } from "../school-milk/school-milk-term.entity.js";
import { milkTerms } from "../school-milk/school-milk.loaders.js";
import type { FigureSpan } from "./figure-span.js";

interface FigureQuestion extends FigureSpan {
  readonly asOf: string | null;
}

/** Computes a figure of a unit from this department's register. Null: no data. */
type Measure = (
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  question: FigureQuestion,
) => Promise<number | null>;

/** By the names of `figure-measure.ts`. */
export const householdsMeasures: Readonly<Record<string, Measure>> = {
  POVERTY_RATE: atEnd((poverty) => poverty.povertyRatePercent),
  NEAR_POVERTY_RATE: atEnd((poverty) => poverty.nearPovertyRatePercent),
  POOR_HOUSEHOLDS: atEnd((poverty) => poverty.poor),
  NEAR_POOR_HOUSEHOLDS: atEnd((poverty) => poverty.nearPoor),
  POOR_HOUSEHOLDS_REDUCED: reduction((poverty) => poverty.poor),
  POVERTY_RATE_REDUCTION: reduction((poverty) => poverty.povertyRatePercent),
  NEAR_POVERTY_RATE_REDUCTION: reduction((poverty) => poverty.nearPovertyRatePercent),
  POVERTY_RATE_REDUCTION_PER_YEAR: reductionPerYear,
  MILK_BUDGET_SHARE: milkShare((term) => term.budgetPercent, false),
  MILK_PARENTS_SHARE: milkShare((term) => term.parentsPercent, false),
  MILK_SUPPLIERS_SHARE: milkShare((term) => term.suppliersPercent, false),
  MILK_BUDGET_SHARE_POLICY_CHILDREN: milkShare((term) => term.budgetPercent, true),
  MILK_PARENTS_SHARE_POLICY_CHILDREN: milkShare((term) => term.parentsPercent, true),
};

type Reading = (poverty: PovertyStatistics) => number;

/** As the province reports, on the unit's own boundaries. */
function atEnd(read: Reading): Measure {
  return async (context, unit, { toYear }) => {
    const poverty = await findPoverty(context, unit, toYear, {});
    return poverty && read(poverty);
  };
}

/** How much less at the end of the year than a year before. */
function reduction(read: Reading): Measure {
  return async (context, unit, { toYear }) => {
    const [before, after] = await Promise.all([
      findPoverty(context, unit, toYear - 1, {}),
      findPoverty(context, unit, toYear, {}),
    ]);
    return before && after && rounded(read(before) - read(after));
  };
}

/** On average over the years of the span for which there are totals. */
async function reductionPerYear(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  { fromYear, toYear }: FigureQuestion,
): Promise<number | null> {
  const years = Array.from({ length: toYear - (fromYear ?? toYear - 1) + 1 }, (_, index) => toYear - index);
  const found = await Promise.all(years.map((year) => findPoverty(context, unit, year, {})));
  const [last, ...earlier] = found.filter((poverty) => poverty !== null);
  const first = earlier.at(-1);
  if (!last || !first) return null;
  return rounded((first.povertyRatePercent - last.povertyRatePercent) / (last.year - first.year));
}

/** Differences of rates with three decimals have three decimals. */
const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

/** On the day the shares were published, or at the end of the year. */
function milkShare(read: (term: SchoolMilkTermEntity) => number, isForPolicyChildren: boolean): Measure {
  return async (context, unit, { asOf, toYear }) => {
    const terms = await milkTerms(context, unit.id, asOf ?? `${toYear}-12-31`);
    const term = terms.find((one) => one.isForPolicyChildren === isForPolicyChildren);
    return term ? read(term) : null;
  };
}
