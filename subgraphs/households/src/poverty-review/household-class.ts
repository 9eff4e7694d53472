import { registerEnumType } from "type-graphql";

export const HouseholdClass = {
  POOR: "POOR",
  NEAR_POOR: "NEAR_POOR",
  NEWLY_ESCAPED: "NEWLY_ESCAPED",
  AVERAGE: "AVERAGE",
  ABOVE_AVERAGE: "ABOVE_AVERAGE",
} as const;
export type HouseholdClass = keyof typeof HouseholdClass;

registerEnumType(HouseholdClass, {
  name: "HouseholdClass",
  description: "The class of a household under a poverty standard.",
  valuesConfig: {
    POOR: { description: "Income at or below the line and at least the standard's number of deprivations." },
    NEAR_POOR: { description: "Income at or below the line and fewer deprivations than that." },
    NEWLY_ESCAPED: {
      description:
        "No longer poor or near-poor, for at most 36 months after the decision (Decision 28/2015).",
    },
    AVERAGE: { description: "Income above the line, up to the standard's average living standard." },
    ABOVE_AVERAGE: { description: "Income above the average living standard." },
  },
});
