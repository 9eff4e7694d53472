import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const HouseholdClass = enumType(
  "HouseholdClass",
  "The class of a household under a poverty standard.",
  {
    POOR: "Income at or below the income line and at least the standard's number of deprivations, or income at or below the poor line if the standard has one.",
    NEAR_POOR: "Income at or below the income line, and not poor.",
    NEWLY_ESCAPED:
      "No longer poor or near-poor. A household has this class for at most 36 months after the decision (Decision 28/2015/QD-TTg).",
    AVERAGE: "Income above the line, up to the standard's average living standard.",
    ABOVE_AVERAGE: "Income above the average living standard.",
  },
);
export type HouseholdClass = keyof typeof HouseholdClass;
