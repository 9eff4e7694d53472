import { deprivations, type Deprivation } from "@an-sinh/households/poverty-standard/deprivation";
import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import type { Random } from "../population/random.js";

/** What reviewers found in a household. */
export interface Findings {
  readonly monthlyIncomePerPerson: number;
  /** One bit per deprivation. */
  readonly deprivations: number;
}

interface FindingsWanted {
  readonly class: HouseholdClass;
  /** The standard by which the class is wanted. */
  readonly standard: PovertyStandardEntity;
  /** A standard that the same review is used for later, with lines as high or higher. */
  readonly laterStandard: PovertyStandardEntity | null;
  readonly isUrban: boolean;
}

const incomeStep = 10_000;

/** The common ones several times. Those of children are left out: not every household has any. */
const drawnDeprivations: readonly Deprivation[] = [
  ...(["EMPLOYMENT", "EMPLOYMENT", "EMPLOYMENT", "DEPENDENTS", "DEPENDENTS", "HEALTH_INSURANCE"] as const),
  ...(["ADULT_EDUCATION", "ADULT_EDUCATION", "HOUSING_QUALITY", "HOUSING_QUALITY", "HOUSING_AREA"] as const),
  ...(["WATER_SOURCE", "LATRINE", "LATRINE", "TELECOMMUNICATION_USE", "INFORMATION_ACCESS_MEANS"] as const),
];
const bits = drawnDeprivations.map((deprivation) => 1 << deprivations.indexOf(deprivation));

/** Draws an income and deprivations from which the class follows by the standard's rule. */
export function drawFindings(random: Random, wanted: FindingsWanted): Findings {
  const count = deprivationsFor(random, wanted);
  return { monthlyIncomePerPerson: drawIncome(random, wanted), deprivations: drawBits(random, count) };
}

function deprivationsFor(random: Random, { class: wanted, standard }: FindingsWanted): number {
  const least = standard.minimumDeprivationsForPoor;
  if (wanted === "POOR") return random.between(least, least + 3);
  return wanted === "NEAR_POOR" ? random.between(0, least - 1) : random.between(0, 2);
}

function drawIncome(
  random: Random,
  { class: wanted, standard, laterStandard, isUrban }: FindingsWanted,
): number {
  const line = isUrban ? standard.urbanIncomeLine : standard.ruralIncomeLine;
  const average = isUrban ? standard.urbanAverageLine : standard.ruralAverageLine;
  const laterLine = laterStandard
    ? isUrban
      ? laterStandard.urbanIncomeLine
      : laterStandard.ruralIncomeLine
    : 0;
  const above = Math.max(line, laterLine) + incomeStep;
  switch (wanted) {
    case "POOR":
      return roundedBetween(random, line * 0.35, line);
    case "NEAR_POOR":
      return roundedBetween(random, line * 0.55, line);
    case "NEWLY_ESCAPED":
      return roundedBetween(random, above, line * 1.6);
    case "AVERAGE":
      return roundedBetween(random, above, average);
    case "ABOVE_AVERAGE":
      return roundedBetween(random, Math.max(average, above) + incomeStep, average * 1.8);
  }
}

function roundedBetween(random: Random, least: number, most: number): number {
  return incomeStep * random.between(Math.ceil(least / incomeStep), Math.floor(most / incomeStep));
}

function drawBits(random: Random, count: number): number {
  let drawn = 0;
  for (let found = 0; found < count;) {
    const bit = random.pick(bits);
    if ((drawn & bit) !== 0) continue;
    drawn |= bit;
    found++;
  }
  return drawn;
}
