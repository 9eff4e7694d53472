import { NotFoundError } from "@an-sinh/server/errors";
import { badArgument } from "@an-sinh/subgraph-kit/arguments";
import { isInForce, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { percent } from "@an-sinh/subgraph-kit/shares";
import type { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import type { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";
import {
  findReportingStandard,
  getReportingStandard,
  getStandard,
} from "../poverty-standard/poverty-standard.service.js";
import { classCounts, type ClassCount } from "./class-counts.loaders.js";
import { householdTotals } from "./household-total.loaders.js";
import type { Boundary, PovertyStatistics } from "./poverty-statistics.type.js";

interface PovertyQuestion {
  readonly standard?: string | null;
  readonly boundary?: Boundary | null;
}

const maximumYears = 100;

/**
 * The statistics of a unit at the end of a year. Throws NOT_FOUND if the unit did not exist on that day (AS_RECORDED),
 * if no standard was in force, or if the number of all households is not on record; and BAD_USER_INPUT for an unknown
 * standard.
 */
export async function getPoverty(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  year: number,
  question: PovertyQuestion,
): Promise<PovertyStatistics> {
  const standard = await findChosenStandard(context, question);
  if (!isCounted(unit, year, question)) throw didNotExist(unit, year);
  const statistics = await findPoverty(context, unit, year, standard);
  if (statistics) return statistics;
  throw new NotFoundError(
    `There are no household totals for ${unit.name} (${unit.id}) at the end of ${year}.`,
  );
}

/** The statistics of consecutive years, the earliest first. Years without statistics are left out. */
export async function listPoverty(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  { fromYear, toYear, ...question }: PovertyQuestion & { readonly fromYear: number; readonly toYear: number },
): Promise<PovertyStatistics[]> {
  if (toYear < fromYear || toYear - fromYear >= maximumYears) {
    throw badArgument("toYear", `a year from ${fromYear} to ${fromYear + maximumYears - 1}`, toYear);
  }
  const standard = await findChosenStandard(context, question);
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const counted = years.filter((year) => isCounted(unit, year, question));
  const found = await Promise.all(counted.map((year) => findPoverty(context, unit, year, standard)));
  return found.filter((statistics) => statistics !== null);
}

/**
 * The statistics of a unit on its own boundaries, by a standard or, left out, by the one that its province reports by.
 * Null: the number of all households is not on record for the year.
 */
export async function findPoverty(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  year: number,
  chosen: PovertyStandardEntity | null = null,
): Promise<PovertyStatistics | null> {
  const households = await context.load(householdTotals, { unitId: unit.id, year });
  if (households === null) return null;
  const day = lastDayOf(year);
  const standard = chosen ?? (await getReportingStandard(context, unit.provinceId, day));
  const counts = await context.load(classCounts, { unitId: unit.id, standardId: standard.id, day });
  const poor = countOf(counts, "POOR");
  const nearPoor = countOf(counts, "NEAR_POOR");
  return {
    unitId: unit.id,
    year,
    standard,
    previousStandardId: (chosen ?? (await findPreviousStandard(context, unit, year)) ?? standard).id,
    households,
    poor,
    nearPoor,
    newlyEscaped: countOf(counts, "NEWLY_ESCAPED"),
    povertyRatePercent: percent(poor, households),
    nearPovertyRatePercent: percent(nearPoor, households),
  };
}

/** The standard that the question names. Null: it names none. */
async function findChosenStandard(
  context: RequestContext,
  { standard }: PovertyQuestion,
): Promise<PovertyStandardEntity | null> {
  return standard == null ? null : getStandard(context, standard);
}

/** The standard that the province reported by at the end of the year before. Null: none was in force. */
const findPreviousStandard = (
  context: RequestContext,
  { provinceId }: AdministrativeUnitEntity,
  year: number,
): Promise<PovertyStandardEntity | null> => findReportingStandard(context, provinceId, lastDayOf(year - 1));

const countOf = (counts: readonly ClassCount[], name: ClassCount["class"]): number =>
  counts.find((count) => count.class === name)?.households ?? 0;

/** Whether the boundaries that the question means are those of the unit. */
const isCounted = (unit: AdministrativeUnitEntity, year: number, { boundary }: PovertyQuestion): boolean =>
  boundary === "CURRENT" || isInForce(unit, lastDayOf(year));

const didNotExist = (unit: AdministrativeUnitEntity, year: number): NotFoundError =>
  new NotFoundError(
    `${unit.name} (${unit.id}) did not exist on ${lastDayOf(year)}. Ask with boundary: CURRENT for that year on the boundaries of this unit, or ask its predecessors or successors.`,
  );
