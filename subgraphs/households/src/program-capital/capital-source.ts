import { registerEnumType } from "type-graphql";

export const CapitalSource = {
  CENTRAL_BUDGET: "CENTRAL_BUDGET",
  PROVINCIAL_BUDGET: "PROVINCIAL_BUDGET",
  LOCAL_BUDGET: "LOCAL_BUDGET",
  OTHER: "OTHER",
} as const;
export type CapitalSource = keyof typeof CapitalSource;

registerEnumType(CapitalSource, {
  name: "CapitalSource",
  description: "Where the capital of a National Target Program comes from.",
  valuesConfig: {
    CENTRAL_BUDGET: { description: "The state budget at the center." },
    PROVINCIAL_BUDGET: { description: "The budget of the province or city." },
    LOCAL_BUDGET: { description: "The budget of the district (until 2025-06-30) or of the commune." },
    OTHER: { description: "Businesses, donors and the people themselves." },
  },
});
