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
 * if no standard was in force, or if the number of all households is not on record.
 */
export async function getPoverty(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  year: number,
  question: PovertyQuestion,
): Promise<PovertyStatistics> {
  if (question.boundary !== "CURRENT" && !existed(unit, year)) throw didNotExist(unit, year);
  const statistics = await findPoverty(context, unit, year, question);
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
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const counted = years.filter((year) => question.boundary === "CURRENT" || existed(unit, year));
  const found = await Promise.all(counted.map((year) => findPoverty(context, unit, year, question)));
  return found.filter((statistics) => statistics !== null);
}

/** The statistics of a unit on its own boundaries. Null: the number of all households is not on record for the year. */
export async function findPoverty(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  year: number,
  { standard: standardId }: PovertyQuestion,
): Promise<PovertyStatistics | null> {
  const households = await context.load(householdTotals, { unitId: unit.id, year });
  if (households === null) return null;
  const day = lastDayOf(year);
  const standard =
    standardId == null
      ? await getReportingStandard(context, unit.provinceId, day)
      : await getStandard(context, standardId);
  const counts = await context.load(classCounts, { unitId: unit.id, standardId: standard.id, day });
  const poor = countOf(counts, "POOR");
  const nearPoor = countOf(counts, "NEAR_POOR");
  return {
    unitId: unit.id,
    year,
    standard,
    previousStandardId:
      standardId == null ? await previousStandard(context, unit, year, standard) : standard.id,
    households,
    poor,
    nearPoor,
    newlyEscaped: countOf(counts, "NEWLY_ESCAPED"),
    povertyRatePercent: percent(poor, households),
    nearPovertyRatePercent: percent(nearPoor, households),
  };
}

async function previousStandard(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  year: number,
  standard: PovertyStandardEntity,
): Promise<string> {
  const previous = await findReportingStandard(context, unit.provinceId, lastDayOf(year - 1));
  return (previous ?? standard).id;
}

const countOf = (counts: readonly ClassCount[], name: ClassCount["class"]): number =>
  counts.find((count) => count.class === name)?.households ?? 0;

const existed = (unit: AdministrativeUnitEntity, year: number): boolean => isInForce(unit, lastDayOf(year));

const didNotExist = (unit: AdministrativeUnitEntity, year: number): NotFoundError =>
  new NotFoundError(
    `${unit.name} (${unit.id}) did not exist on ${lastDayOf(year)}. Ask with boundary: CURRENT for that year on the boundaries of this unit, or ask its predecessors or successors.`,
  );
