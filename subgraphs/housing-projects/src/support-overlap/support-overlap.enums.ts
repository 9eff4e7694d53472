import { registerEnumType } from "type-graphql";

export const HousingNeed = { HOUSE: "HOUSE", SANITATION: "SANITATION" } as const;
export type HousingNeed = keyof typeof HousingNeed;

registerEnumType(HousingNeed, {
  name: "HousingNeed",
  description: "What a household needs support for.",
  valuesConfig: {
    HOUSE: { description: "A house to live in: newly built or repaired." },
    SANITATION: { description: "A latrine, bathroom or water tank." },
  },
});

export const OverlapVerdict = { STACK: "STACK", HIGHER_OF: "HIGHER_OF", EXCLUDE: "EXCLUDE" } as const;
export type OverlapVerdict = keyof typeof OverlapVerdict;

registerEnumType(OverlapVerdict, {
  name: "OverlapVerdict",
  description: "What the rules say when a household received two supports for the same need.",
  valuesConfig: {
    STACK: { description: "Both are due." },
    HIGHER_OF: { description: "The higher of the two is due." },
    EXCLUDE: { description: "Whoever has the one is not due the other." },
  },
});
