import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const HousingNeed = enumType("HousingNeed", "What a household needs support for.", {
  HOUSE: "A house to live in: newly built or repaired.",
  SANITATION: "A latrine, bathroom or water tank.",
});
export type HousingNeed = keyof typeof HousingNeed;

export const OverlapVerdict = enumType(
  "OverlapVerdict",
  "What the rules say when a household received two supports for the same need.",
  {
    STACK: "Both are due.",
    HIGHER_OF: "The higher of the two is due.",
    EXCLUDE: "Whoever has the one is not due the other.",
  },
);
export type OverlapVerdict = keyof typeof OverlapVerdict;
