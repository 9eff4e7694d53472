import { registerEnumType } from "type-graphql";

export const AssistanceKind = {
  MONTHLY_CASH: "MONTHLY_CASH",
  ONE_OFF_CASH: "ONE_OFF_CASH",
  INSURANCE_PREMIUM: "INSURANCE_PREMIUM",
  GOODS: "GOODS",
  PRODUCTION_SUPPORT: "PRODUCTION_SUPPORT",
} as const;
export type AssistanceKind = keyof typeof AssistanceKind;

registerEnumType(AssistanceKind, {
  name: "AssistanceKind",
  description: "What a program of assistance gives.",
  valuesConfig: {
    MONTHLY_CASH: { description: "An amount every month." },
    ONE_OFF_CASH: { description: "An amount once." },
    INSURANCE_PREMIUM: { description: "Premiums of an insurance, paid for the recipient." },
    GOODS: { description: "Goods or animals, with their value." },
    PRODUCTION_SUPPORT: { description: "Means of production within a model that households take part in." },
  },
});
