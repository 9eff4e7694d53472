import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const TargetIndicator = enumType("TargetIndicator", "What a target of poverty reduction measures.", {
  POVERTY_RATE_REDUCTION: {
    vi: "Mức giảm tỷ lệ hộ nghèo (điểm %)",
    description: "By how many percentage points the poverty rate falls.",
  },
  NEAR_POVERTY_RATE_REDUCTION: {
    vi: "Mức giảm tỷ lệ hộ cận nghèo (điểm %)",
    description: "By how many percentage points the near-poverty rate falls.",
  },
  POOR_HOUSEHOLDS_REDUCTION: {
    vi: "Số hộ nghèo giảm",
    description: "By how many households the poor become fewer.",
  },
  ETHNIC_MINORITY_POVERTY_RATE_REDUCTION: {
    vi: "Mức giảm tỷ lệ hộ nghèo dân tộc thiểu số (điểm %/năm)",
    description: "By how many percentage points a year the poverty rate of ethnic minorities falls.",
  },
  LOCALITIES_OUT_OF_EXTREME_DIFFICULTY: {
    vi: "Tỷ lệ xã, thôn thoát khỏi tình trạng đặc biệt khó khăn (%)",
    description: "Percent of the communes and villages in extreme difficulty that leave that status.",
  },
});
export type TargetIndicator = keyof typeof TargetIndicator;
