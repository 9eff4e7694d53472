import { registerEnumType } from "type-graphql";

export const TargetIndicator = {
  POVERTY_RATE_REDUCTION: "POVERTY_RATE_REDUCTION",
  NEAR_POVERTY_RATE_REDUCTION: "NEAR_POVERTY_RATE_REDUCTION",
  POOR_HOUSEHOLDS_REDUCTION: "POOR_HOUSEHOLDS_REDUCTION",
  ETHNIC_MINORITY_POVERTY_RATE_REDUCTION: "ETHNIC_MINORITY_POVERTY_RATE_REDUCTION",
  LOCALITIES_OUT_OF_EXTREME_DIFFICULTY: "LOCALITIES_OUT_OF_EXTREME_DIFFICULTY",
} as const;
export type TargetIndicator = keyof typeof TargetIndicator;

registerEnumType(TargetIndicator, {
  name: "TargetIndicator",
  description: "What a target of poverty reduction is measured by.",
  valuesConfig: {
    POVERTY_RATE_REDUCTION: { description: "By how many percentage points the poverty rate falls." },
    NEAR_POVERTY_RATE_REDUCTION: {
      description: "By how many percentage points the near-poverty rate falls.",
    },
    POOR_HOUSEHOLDS_REDUCTION: { description: "By how many households the poor become fewer." },
    ETHNIC_MINORITY_POVERTY_RATE_REDUCTION: {
      description: "By how many percentage points a year the poverty rate of ethnic minorities falls.",
    },
    LOCALITIES_OUT_OF_EXTREME_DIFFICULTY: {
      description: "Percent of the communes and villages in extreme difficulty that leave that status.",
    },
  },
});
