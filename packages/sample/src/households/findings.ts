import { deprivations, type Deprivation } from "@an-sinh/households/poverty-standard/deprivation";
import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import type { Random } from "../population/random.js";

/** What a review found in a household. */
export interface Findings {
  readonly monthlyIncomePerPerson: number;
  /** One bit for each deprivation. */
  readonly deprivations: number;
}

/** The class that is to follow from the findings. */
interface WantedClass {
  readonly class: HouseholdClass;
  /** The standard by which the class is to follow. */
  readonly standard: PovertyStandardEntity;
  /** The same findings count under this standard later. Its lines are not lower. Null: there is no such standard. */
  readonly laterStandard: PovertyStandardEntity | null;
  /** The incomes of poor households are above the line of this standard. Null: there is no such standard. */
  readonly poorAbove: PovertyStandardEntity | null;
  readonly isUrban: boolean;
}

/** Incomes are multiples of this, in dong. */
const incomeStep = 10_000;

/** Frequent deprivations are in the list several times. Those of children are not in it: many households have none. */
const drawnDeprivations: readonly Deprivation[] = [
  ...(["EMPLOYMENT", "EMPLOYMENT", "EMPLOYMENT", "DEPENDENTS", "DEPENDENTS", "HEALTH_INSURANCE"] as const),
  ...(["ADULT_EDUCATION", "ADULT_EDUCATION", "HOUSING_QUALITY", "HOUSING_QUALITY", "HOUSING_AREA"] as const),
  ...(["WATER_SOURCE", "LATRINE", "LATRINE", "TELECOMMUNICATION_USE", "INFORMATION_ACCESS_MEANS"] as const),
];
const bits = drawnDeprivations.map((deprivation) => 1 << deprivations.indexOf(deprivation));

/** Draws an income and deprivations from which the class follows. */
export function drawFindings(random: Random, wanted: WantedClass): Findings {
  const count = deprivationsFor(random, wanted);
  return { monthlyIncomePerPerson: drawIncome(random, wanted), deprivations: drawBits(random, count) };
}

function deprivationsFor(random: Random, { class: wanted, standard }: WantedClass): number {
  const least = standard.minimumDeprivationsForPoor;
  if (wanted === "POOR") return random.between(least, least + 3);
  return wanted === "NEAR_POOR" ? random.between(0, least - 1) : random.between(0, 2);
}

function drawIncome(
  random: Random,
  { class: wanted, standard, laterStandard, poorAbove, isUrban }: WantedClass,
): number {
  const incomeLine = ({ urbanIncomeLine, ruralIncomeLine }: PovertyStandardEntity) =>
    isUrban ? urbanIncomeLine : ruralIncomeLine;
  const line = incomeLine(standard);
  const average = isUrban ? standard.urbanAverageLine : standard.ruralAverageLine;
  const above = Math.max(line, laterStandard ? incomeLine(laterStandard) : 0) + incomeStep;
  switch (wanted) {
    case "POOR":
      return roundedBetween(random, poorAbove ? incomeLine(poorAbove) + incomeStep : line * 0.35, line);
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
