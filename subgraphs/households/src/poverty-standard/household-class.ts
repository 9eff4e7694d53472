import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const HouseholdClass = enumType(
  "HouseholdClass",
  "The class of a household under a poverty standard.",
  {
    POOR: {
      vi: "Hộ nghèo",
      description:
        "Income at or below the income line and at least the standard's number of deprivations, or income at or below the poor line if the standard has one.",
    },
    NEAR_POOR: { vi: "Hộ cận nghèo", description: "Income at or below the income line, and not poor." },
    NEWLY_ESCAPED: {
      vi: "Hộ mới thoát nghèo",
      description:
        "No longer poor or near-poor. A household has this class for at most 36 months after the decision (Decision 28/2015/QD-TTg).",
    },
    AVERAGE: {
      vi: "Hộ có mức sống trung bình",
      description: "Income above the line, up to the standard's average living standard.",
    },
    ABOVE_AVERAGE: {
      vi: "Hộ có mức sống trên trung bình",
      description: "Income above the average living standard.",
    },
  },
);
export type HouseholdClass = keyof typeof HouseholdClass;
