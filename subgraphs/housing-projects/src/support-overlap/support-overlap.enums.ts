import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const HousingNeed = enumType("HousingNeed", "What a household needs support for.", {
  HOUSE: { vi: "Nhà ở", description: "A house to live in: newly built or repaired." },
  SANITATION: { vi: "Công trình vệ sinh", description: "A latrine, bathroom or water tank." },
});
export type HousingNeed = keyof typeof HousingNeed;

export const OverlapVerdict = enumType(
  "OverlapVerdict",
  "What a rule says about two supports that a household received for the same need.",
  {
    STACK: { vi: "Được hưởng cả hai", description: "Both are due." },
    HIGHER_OF: { vi: "Hưởng mức cao hơn", description: "The higher of the two is due." },
    EXCLUDE: {
      vi: "Chỉ hưởng một khoản",
      description: "A household that receives one of them is not entitled to the other.",
    },
  },
);
export type OverlapVerdict = keyof typeof OverlapVerdict;
