import { BadUserInputError, NotFoundError } from "@an-sinh/server/errors";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { percent } from "@an-sinh/subgraph-kit/shares";
import type { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import type { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";
import {
  findReportingStandard,
  getReportingStandard,
  getStandard,
} from "../poverty-standard/poverty-standard.service.js";
import {
  classCounts,
  householdsOfUnit,
  totalKey,
  unitYearKey,
  type ClassCount,
} from "./poverty-statistics.loaders.js";
import type { Boundary, PovertyStatistics } from "./poverty-statistics.type.js";

interface PovertyQuestion {
  readonly standard?: string | null;
  readonly boundary?: Boundary | null;
}

const maximumYears = 100;

/**
 * The statistics of a unit at the end of a year. Throws NOT_FOUND when the unit did not exist on that day
 * (AS_RECORDED), when no standard was in force, or when there are no totals for the year.
 */
export async function getPoverty(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  year: number,
  question: PovertyQuestion,
): Promise<PovertyStatistics> {
  if (question.boundary !== "CURRENT" && !existed(unit, year)) throw notThen(unit, year);
  const statistics = await findPoverty(context, unit, year, question);
  if (statistics) return statistics;
  throw new NotFoundError(
    `There are no household totals for ${unit.name} (${unit.id}) at the end of ${year}.`,
  );
}

/** The statistics of consecutive years, the first first. Years for which there are none are left out. */
export async function listPoverty(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  { fromYear, toYear, ...question }: PovertyQuestion & { readonly fromYear: number; readonly toYear: number },
): Promise<PovertyStatistics[]> {
  if (toYear < fromYear || toYear - fromYear >= maximumYears) {
    throw new BadUserInputError(
      `toYear: expected a year from fromYear to ${maximumYears - 1} years after it, but got: ${fromYear} to ${toYear}.`,
    );
  }
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const counted = years.filter((year) => question.boundary === "CURRENT" || existed(unit, year));
  const found = await Promise.all(counted.map((year) => findPoverty(context, unit, year, question)));
  return found.filter((statistics) => statistics !== null);
}

/** The statistics of a unit on its own boundaries at the end of a year. Null: there are no totals for the year. */
export async function findPoverty(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  year: number,
  { standard: standardId }: PovertyQuestion,
): Promise<PovertyStatistics | null> {
  const households = await context.load(householdsOfUnit, totalKey(unit.id, year));
  if (households === null) return null;
  const standard = standardId
    ? await getStandard(context, standardId)
    : await getReportingStandard(context, unit.provinceId, `${year}-12-31`);
  const previousStandardId = standardId ? standard.id : await previousStandard(context, unit, year, standard);
  const asked = { unitId: unit.id, year, standardId: standard.id, previousStandardId };
  const counts = await context.load(classCounts, unitYearKey(asked));
  const poor = householdsOf(counts, "POOR");
  const nearPoor = householdsOf(counts, "NEAR_POOR");
  return {
    ...asked,
    standard,
    households,
    poor,
    nearPoor,
    newlyEscaped: householdsOf(counts, "NEWLY_ESCAPED"),
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
  const previous = await findReportingStandard(context, unit.provinceId, `${year - 1}-12-31`);
  return (previous ?? standard).id;
}

const householdsOf = (counts: readonly ClassCount[], name: ClassCount["class"]) =>
  counts.find((count) => count.class === name)?.households ?? 0;

function existed({ validFrom, validTo }: AdministrativeUnitEntity, year: number): boolean {
  const day = `${year}-12-31`;
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}

function notThen(unit: AdministrativeUnitEntity, year: number): NotFoundError {
  return new NotFoundError(
    `${unit.name} (${unit.id}) did not exist on ${year}-12-31. Ask with boundary: CURRENT for that year on the boundaries of this unit, or ask its predecessors or successors.`,
  );
}
