import { registerEnumType } from "type-graphql";

/** Owned by households, which describes the classes; the composition fails when the two lists differ. */
export const HouseholdClass = {
  POOR: "POOR",
  NEAR_POOR: "NEAR_POOR",
  NEWLY_ESCAPED: "NEWLY_ESCAPED",
  AVERAGE: "AVERAGE",
  ABOVE_AVERAGE: "ABOVE_AVERAGE",
} as const;
export type HouseholdClass = keyof typeof HouseholdClass;

registerEnumType(HouseholdClass, { name: "HouseholdClass" });
