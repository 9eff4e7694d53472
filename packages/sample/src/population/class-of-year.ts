import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import type { SampleHousehold } from "./population.js";

/** A household's class at the end of a year. Undefined: it was not on the poverty register, or the sample has no such year. */
export function classAtEndOf({ classAt }: SampleHousehold, year: number): HouseholdClass | undefined {
  const classes: Readonly<Record<number, HouseholdClass | undefined>> = classAt;
  return classes[year];
}

export const isPoorOrNearPoor = (householdClass: HouseholdClass | undefined): boolean =>
  householdClass === "POOR" || householdClass === "NEAR_POOR";

/** Whether a household was poor or near-poor at the end of a year. */
export const wasPoorOrNearPoor = (household: SampleHousehold, year: number): boolean =>
  isPoorOrNearPoor(classAtEndOf(household, year));

/** Whether a household was poor or near-poor at the end of a year or of the year before: at some time in the year. */
export const isNeedyIn = (household: SampleHousehold, year: number): boolean =>
  wasPoorOrNearPoor(household, year - 1) || wasPoorOrNearPoor(household, year);
