import { NotFoundError } from "@an-sinh/server/errors";
import { badArgument } from "@an-sinh/subgraph-kit/arguments";
import { isInForce, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { shareOf } from "@an-sinh/subgraph-kit/shares";
import { unlessWithheld } from "@an-sinh/territory/small-cells/cells";
import { withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import type { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { yearEnd } from "../poverty-standard/applicable-standards.js";
import type { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";
import { findPopulation } from "../population-statistics/population-statistics.service.js";
import { getStandard, listReviewStandards } from "../poverty-standard/poverty-standard.service.js";
import { classTotals, countsAt } from "./class-counts.loaders.js";
import { householdTotals } from "./household-total.loaders.js";
import { classCells, householdCells } from "./poverty.cells.js";
import type { Boundary, EthnicMinorityPoverty, PovertyStatistics } from "./poverty-statistics.type.js";

interface PovertyQuestion {
  readonly standard?: string | null;
  readonly boundary?: Boundary | null;
}

const maximumYears = 100;

/**
 * The statistics of a unit at the end of a year. Throws NOT_FOUND if the unit did not exist on that day (AS_RECORDED),
 * if the year's review was not held under the standard, or if the number of all households is not on record; and
 * BAD_USER_INPUT for an unknown standard.
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
  throw (await context.load(householdTotals, { unitId: unit.id, year })) === null
    ? new NotFoundError(`There are no household totals for ${unit.name} (${unit.id}) at the end of ${year}.`)
    : new NotFoundError(
        `The review of ${year} in ${unit.name} (${unit.id}) was not held under ${standard ? standard.id : "any poverty standard on record"}.`,
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
 * Null: the number of all households is not on record for the year, or its review was not held under the standard.
 */
export async function findPoverty(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  year: number,
  chosen: PovertyStandardEntity | null = null,
): Promise<PovertyStatistics | null> {
  const households = await context.load(householdTotals, { unitId: unit.id, year });
  const standard = households === null ? null : await findYearStandard(context, unit, year, chosen);
  if (households === null || standard === null) return null;
  const previous = (await findYearStandard(context, unit, year - 1, chosen)) ?? standard;
  const totals = await context.load(classTotals, unit.id);
  const counts = countsAt(totals, standard.id, year);
  const [ofClasses, ofAll] = await Promise.all([
    withheldCells(context, classCells, unit.id, { standardId: standard.id, year }),
    withheldCells(context, householdCells, unit.id, { year }),
  ]);
  const shownHouseholds = unlessWithheld(ofAll, "households", households);
  const poor = unlessWithheld(ofClasses, "poor", counts.poor);
  const nearPoor = unlessWithheld(ofClasses, "nearPoor", counts.nearPoor);
  return {
    unitId: unit.id,
    year,
    standard,
    countedOn: yearEnd(year, standard),
    previousStandardId: previous.id,
    isStandardChosen: chosen !== null,
    households: shownHouseholds,
    poor,
    nearPoor,
    newlyEscaped: unlessWithheld(ofClasses, "newlyEscaped", counts.newlyEscaped),
    povertyRatePercent: shareOf(poor, shownHouseholds),
    nearPovertyRatePercent: shareOf(nearPoor, shownHouseholds),
  };
}

/** Poverty among the households of ethnic minorities. Null: how many such households there are is not on record. */
export async function findMinorityPoverty(
  context: RequestContext,
  { unitId, year, standard }: PovertyStatistics,
): Promise<EthnicMinorityPoverty | null> {
  const population = await findPopulation(context, unitId, year);
  if (!population) return null;
  const households = population.ethnicMinorityHouseholds;
  const totals = await context.load(classTotals, unitId);
  const { minorityPoor, minorityNearPoor } = countsAt(totals, standard.id, year);
  const withheld = await withheldCells(context, classCells, unitId, { standardId: standard.id, year });
  const poor = unlessWithheld(withheld, "minorityPoor", minorityPoor);
  const nearPoor = unlessWithheld(withheld, "minorityNearPoor", minorityNearPoor);
  return { households, poor, nearPoor, povertyRatePercent: shareOf(poor, households) };
}

/** The standard that the question names. Null: it names none. */
async function findChosenStandard(
  context: RequestContext,
  { standard }: PovertyQuestion,
): Promise<PovertyStandardEntity | null> {
  return standard == null ? null : getStandard(context, standard);
}

/**
 * The standard by which a unit is counted at the end of a year: that of the year's review. Null: the review was not held
 * under the standard that is asked for, or none was in force.
 */
async function findYearStandard(
  context: RequestContext,
  { provinceId }: AdministrativeUnitEntity,
  year: number,
  chosen: PovertyStandardEntity | null,
): Promise<PovertyStandardEntity | null> {
  const held = await listReviewStandards(context, provinceId, lastDayOf(year));
  const standard = chosen === null ? held[0] : held.find(({ id }) => id === chosen.id);
  return standard ?? null;
}

/** Whether the boundaries that the question means are those of the unit. */
const isCounted = (unit: AdministrativeUnitEntity, year: number, { boundary }: PovertyQuestion): boolean =>
  boundary === "CURRENT" || isInForce(unit, lastDayOf(year));

const didNotExist = (unit: AdministrativeUnitEntity, year: number): NotFoundError =>
  new NotFoundError(
    `${unit.name} (${unit.id}) did not exist on ${lastDayOf(year)}. Ask with boundary: CURRENT for that year on the boundaries of this unit, or ask its predecessors or successors.`,
  );
