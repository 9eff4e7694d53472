import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const TargetIndicator = enumType("TargetIndicator", "What a target of poverty reduction measures.", {
  POVERTY_RATE_REDUCTION: "By how many percentage points the poverty rate falls.",
  NEAR_POVERTY_RATE_REDUCTION: "By how many percentage points the near-poverty rate falls.",
  POOR_HOUSEHOLDS_REDUCTION: "By how many households the poor become fewer.",
  ETHNIC_MINORITY_POVERTY_RATE_REDUCTION:
    "By how many percentage points a year the poverty rate of ethnic minorities falls.",
  LOCALITIES_OUT_OF_EXTREME_DIFFICULTY:
    "Percent of the communes and villages in extreme difficulty that leave that status.",
});
export type TargetIndicator = keyof typeof TargetIndicator;
